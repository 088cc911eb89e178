using System.Text.RegularExpressions;
using ContactCenter.Broker.Support;
using YamlDotNet.RepresentationModel;

namespace ContactCenter.Broker.Files;

/// <summary>The files that are there to be copied can be read, and call commands that exist.</summary>
public sealed partial class PipelineFilesTests
{
    [Theory]
    [InlineData("consumer.yml")]
    [InlineData("provider.yml")]
    public async Task Every_command_of_a_pipeline_and_its_options_exist(string file)
    {
        await using var broker = await BrokerUnderTest.StartAsync();
        var commands = Jobs(file).SelectMany(job => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())
            .Where(step => step.Children.ContainsKey("run"))
            .Select(step => Text(step["run"]))
            .Where(run => run.StartsWith("pact ", StringComparison.Ordinal))
            .ToList();

        Assert.Contains(commands, command => command.Contains("can-i-deploy", StringComparison.Ordinal));
        foreach (var command in commands)
        {
            var help = await PactCommand.SucceedAsync(broker, "broker", command.Split(' ')[2], "--help");
            Assert.All(Option().Matches(command), option => Assert.Contains(option.Value, help));
        }
    }

    [Theory]
    [InlineData("consumer.yml")]
    [InlineData("provider.yml")]
    public void A_job_waits_only_for_jobs_of_its_file(string file)
    {
        var jobs = (YamlMappingNode)Read(file)["jobs"];

        Assert.All(Jobs(file), job => Assert.True(!job.Children.TryGetValue("needs", out var needs) || jobs.Children.ContainsKey(needs)));
        Assert.All(Jobs(file), job => Assert.NotEmpty((YamlSequenceNode)job["steps"]));
    }

    [Fact]
    public void The_pipelines_install_the_version_of_the_command_that_is_tested()
    {
        var tested = File.ReadAllText(Path.Combine(ProjectDirectory.Path, "package.json"));
        var version = Regex.Match(tested, "pact-cli-linux-x64\": \"(?<version>[^\"]+)\"").Groups["version"].Value;

        foreach (var file in new[] { "consumer.yml", "provider.yml" })
            Assert.Contains($"@pact-foundation/pact-cli@{version}", File.ReadAllText(Path.Combine(ProjectDirectory.Path, "pipeline", file)));
    }

    [Fact]
    public void The_broker_waits_for_its_database_and_listens_on_this_machine_alone()
    {
        var services = (YamlMappingNode)Read("docker-compose.yml")["services"];

        Assert.Equal("service_healthy", Text(services["broker"]["depends_on"]["postgres"]["condition"]));
        Assert.StartsWith("127.0.0.1:", Text(((YamlSequenceNode)services["broker"]["ports"])[0]));
        Assert.StartsWith("pactfoundation/pact-broker", Text(services["broker"]["image"]));
        Assert.StartsWith("postgres:", Text(services["postgres"]["image"]));
    }

    private static IEnumerable<YamlMappingNode> Jobs(string file) => ((YamlMappingNode)Read(file)["jobs"]).Children.Values.Cast<YamlMappingNode>();

    private static YamlMappingNode Read(string file)
    {
        using var reader = new StreamReader(Path.Combine(ProjectDirectory.Path, "pipeline", file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    [GeneratedRegex(@"--[a-z-]+")]
    private static partial Regex Option();
}
