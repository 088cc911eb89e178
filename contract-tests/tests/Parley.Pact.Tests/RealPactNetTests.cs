using System.Diagnostics;
using System.Text.Json;
using Parley.Packages.Tests;

namespace Parley.Pacts.Tests;

/// <summary>
/// That the real PactNet takes the binding's place. What its package does then is not tried here, only which package, project and namespaces the build would use.
/// </summary>
public sealed class RealPactNetTests
{
    [Fact]
    public async Task UsePactNet_swaps_the_binding_for_the_package_and_its_namespaces()
    {
        using var items = await EvaluateAsync("-p:UsePactNet=true");
        Assert.Contains("PactNet", Identities(items, "PackageReference"));
        Assert.DoesNotContain(Identities(items, "ProjectReference"), project => project.Contains("Parley.Pact.csproj", StringComparison.Ordinal));
        Assert.Contains("PactNet.Matchers", Identities(items, "Using"));
        Assert.DoesNotContain("Parley.Pacts", Identities(items, "Using"));
    }

    [Fact]
    public async Task The_binding_is_the_default()
    {
        using var items = await EvaluateAsync();
        Assert.DoesNotContain("PactNet", Identities(items, "PackageReference"));
        Assert.Contains(Identities(items, "ProjectReference"), project => project.Contains("Parley.Pact.csproj", StringComparison.Ordinal));
        Assert.Contains("Parley.Pacts", Identities(items, "Using"));
    }

    [Fact]
    public void No_file_of_the_contract_tests_names_the_bindings_namespace()
    {
        var sources = new[] { "Consumer", "Shared", "src/Parley.ContractTesting" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "contract-tests", folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources, file => File.ReadAllText(file).Contains("Parley.Pacts", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Identities(JsonDocument items, string type) =>
        items.RootElement.GetProperty("Items").GetProperty(type).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);

    private static async Task<JsonDocument> EvaluateAsync(params string[] properties)
    {
        var project = Path.Combine(RepositoryRoot.Path, "contract-tests", "Consumer", "ContactCenter.Consumer.Tests.csproj");
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["msbuild", project, "-nologo", "-getItem:PackageReference", "-getItem:ProjectReference", "-getItem:Using", .. properties])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return JsonDocument.Parse(output);
    }
}
