using System.IO.Compression;
using System.Net;
using System.Text;

namespace Parley.Packages.Tests;

/// <summary>What a user gets who has only the packages and the README.</summary>
[Collection(typeof(StrangersCollection))]
public sealed class ConsumptionTests(StrangersProject project)
{
    [Fact]
    public async Task The_example_of_the_README_builds_runs_and_answers_as_printed_there()
    {
        await using var program = await RunningProgram.StartAsync(project.Folder);

        Assert.Equal(2, ReadmeExample.Calls.Count);
        foreach (var (path, json, answer) in ReadmeExample.Calls)
            Assert.Equal(answer, (await PostAsync(program, json, path)).Body);
    }

    [Fact]
    public async Task An_invalid_member_is_refused_with_the_documented_status()
    {
        await using var program = await RunningProgram.StartAsync(project.Folder);

        var (status, body) = await PostAsync(program, """{"operationName":"Greet","name":""}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("/name", body);
        Assert.Contains("minLength", body);
    }

    [Fact]
    public async Task An_unknown_operation_is_refused_with_the_list_of_known_ones()
    {
        await using var program = await RunningProgram.StartAsync(project.Folder);

        var (status, body) = await PostAsync(program, """{"operationName":"Shout"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Greet, Forget", body);
    }

    [Fact]
    public void The_generator_package_holds_one_analyzer_and_nothing_else_to_load()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(project.Feed, "Parley.Generator.*.nupkg").Single());

        Assert.Equal(["analyzers/dotnet/cs/Parley.Generator.dll"], package.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)));
        Assert.Contains(package.Entries, entry => entry.FullName == "README.md");
        Assert.Contains(package.Entries, entry => entry.FullName == "buildTransitive/Parley.Generator.props");
        Assert.Contains(package.Entries, entry => entry.FullName == "buildTransitive/Parley.Generator.targets");
    }

    [Fact]
    public async Task The_generator_package_holds_the_manifests_schema_and_every_page_that_the_README_and_diagnostics_lead_to()
    {
        var package = Path.Combine(project.Cache, "parley.generator", "0.1.0");
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "schemas", "contract.schema.json"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(Path.Combine(package, "schemas", "contract.schema.json"), TestContext.Current.CancellationToken));

        const string Pages = "generator/docs/diagnostics";
        var pages = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, Pages)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(pages, Directory.GetFiles(Path.Combine(package, Pages)).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        var links = ReadmeExample.Links.Where(link => link.EndsWith(".md", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(package, link)), link));
    }

    [Fact]
    public async Task A_schema_error_stops_the_build_at_its_line_and_column()
    {
        var schema = Path.Combine(project.Folder, "schemas", "broken.schema.json");
        await File.WriteAllTextAsync(schema, "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"minLenght\": 1\n}\n", TestContext.Current.CancellationToken);
        try
        {
            var exception = await Assert.ThrowsAnyAsync<Exception>(() => Dotnet.RunAsync(project.Folder, "build", "-c", "Release", "--nologo", "-o", Path.Combine(project.Folder, "broken-output")));

            Assert.Matches(@"schemas[/\\]broken\.schema\.json\(3,3\): error PAR1001: .*minLenght", exception.Message);
        }
        finally
        {
            File.Delete(schema);
        }
    }

    [Fact]
    public async Task The_streaming_server_of_the_README_needs_one_package_and_replays()
    {
        var folder = await project.BuildStreamingServerAsync();
        var libraries = Directory.GetFiles(Path.Combine(folder, "bin"), "Parley.*.dll", SearchOption.AllDirectories).Select(Path.GetFileName);
        Assert.Equal(["Parley.Bayeux.dll"], libraries);

        await using var program = await RunningProgram.StartAsync(folder);
        using var all = await StreamSubscriber.OpenAsync(program, -2);
        using var news = await StreamSubscriber.OpenAsync(program, -1);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(program, """{"number":1}""", "/event/Order__e")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(program, """{"number":2}""", "/event/Order__e")).Status);
        using var late = await StreamSubscriber.OpenAsync(program, 1);

        Assert.Equal("""{"event":{"replayId":1},"payload":{"number":1}}""", await all.NextAsync());
        Assert.Equal("""{"event":{"replayId":2},"payload":{"number":2}}""", await all.NextAsync());
        Assert.Equal("""{"event":{"replayId":1},"payload":{"number":1}}""", await news.NextAsync());
        Assert.Equal("""{"event":{"replayId":2},"payload":{"number":2}}""", await late.NextAsync());
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StreamSubscriber.OpenAsync(program, 99));
        Assert.Contains("400:99,2:replay_unknown", refusal.Message);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(RunningProgram program, string json, string path = "/greetings/en")
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await program.Client.PostAsync(path, content, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
