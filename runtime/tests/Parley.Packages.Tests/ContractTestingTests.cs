using System.IO.Compression;

namespace Parley.Packages.Tests;

/// <summary>A stranger verifies the README's service with the packages alone.</summary>
[Collection(typeof(StrangersCollection))]
public sealed class ContractTestingTests(StrangersProject project)
{
    private const string Kept = """
        {
          "consumer": { "name": "Reader" },
          "provider": { "name": "Greetings" },
          "interactions": [
            {
              "description": "greet Maria",
              "type": "Synchronous/HTTP",
              "providerStates": [ { "name": "Maria is known" } ],
              "request": {
                "method": "POST", "path": "/greetings/en", "headers": { "Content-Type": [ "application/json" ] },
                "body": { "content": { "operationName": "Greet", "name": "Maria" }, "contentType": "application/json", "encoded": false }
              },
              "response": { "status": 200, "body": { "content": { "greeting": "Hello, Maria!" }, "contentType": "application/json", "encoded": false } }
            }
          ],
          "metadata": { "pactSpecification": { "version": "4.0" } }
        }
        """;

    [Fact]
    public async Task The_test_of_the_README_passes_on_a_pact_that_is_kept_and_fails_on_one_that_is_not()
    {
        var tests = Path.Combine(project.Folder, "..", "Greetings.Tests");
        await project.PackAsync("generator/src/Parley.Schema", "contract-tests/src/Parley.Pact", "contract-tests/src/Parley.ContractTesting");
        // xunit and its like come from where this project's own restore has put them: no feed but the folder is asked.
        await File.WriteAllTextAsync(
            Path.Combine(tests, "nuget.config"),
            $"""<configuration><fallbackPackageFolders><add key="restored" value="{BuildFacts.RestoredPackages}" /></fallbackPackageFolders></configuration>""",
            TestContext.Current.CancellationToken);
        var pact = Path.Combine(tests, "pacts", "Reader-Greetings.json");
        Directory.CreateDirectory(Path.GetDirectoryName(pact)!);

        await File.WriteAllTextAsync(pact, Kept, TestContext.Current.CancellationToken);
        var output = await Dotnet.RunAsync(tests, "run", "-c", "Release");
        Assert.Contains("Greetings: 1 pact(s) verified, 1 interactions and 0 messages.", output);

        await File.WriteAllTextAsync(pact, Kept.Replace("Hello, Maria!", "Good morning, Maria!", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Dotnet.RunAsync(tests, "run", "-c", "Release"));
        Assert.Contains("greet Maria", failure.Message);
    }

    [Fact]
    public async Task The_package_of_the_binding_holds_the_core_of_this_machine()
    {
        await project.PackAsync("contract-tests/src/Parley.Pact");
        using var package = await ZipFile.OpenReadAsync(Directory.GetFiles(project.Feed, "Parley.Pact.0*.nupkg").Single(), TestContext.Current.CancellationToken);

        Assert.Contains(package.Entries, entry => entry.FullName.StartsWith("runtimes/", StringComparison.Ordinal) && entry.FullName.Contains("/native/", StringComparison.Ordinal) && entry.Length > 10_000_000);
    }
}
