using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Suite;

/// <summary>Where the official JSON Schema Test Suite is: <c>JSON_SCHEMA_TEST_SUITE</c>, else <c>../shared/json-schema-test-suite</c> beside the repository.</summary>
internal static class SuiteFolder
{
    public const string Missing = "The JSON Schema Test Suite is not here; set JSON_SCHEMA_TEST_SUITE to its folder.";

    private const string RemoteBase = "http://localhost:1234/draft2020-12/";

    private static readonly string Root =
        Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE") ?? RepositoryRoot.Path("..", "shared", "json-schema-test-suite");

    private static string Draft => Path.Combine(Root, "tests", "draft2020-12");

    /// <summary>Whether the suite is here.</summary>
    public static bool Exists => Directory.Exists(Draft);

    /// <summary>Files that every implementation must pass, by name; empty when the suite is not here.</summary>
    public static IReadOnlyList<string> Required { get; } = FilesIn("");

    /// <summary>Files about what an implementation may do.</summary>
    public static IReadOnlyList<string> Optional { get; } = FilesIn("optional/");

    /// <summary>Files about <c>format</c> as an assertion.</summary>
    public static IReadOnlyList<string> Format { get; } = FilesIn("optional/format/");

    /// <summary>The schemas that the suite expects at URIs of its own: files here, for nothing is fetched.</summary>
    public static IReadOnlyList<InputFile> Remotes { get; } = Exists
        ? [.. InputFile.AllIn(Path.Combine(Root, "remotes", "draft2020-12")).Select(static file => file with { Path = "remotes/" + file.Path, Uri = RemoteBase + file.Path })]
        : [];

    /// <summary>The groups of a file.</summary>
    public static IReadOnlyList<SuiteGroup> Groups(string file) => SuiteGroup.AllIn(file, File.ReadAllBytes(Path.Combine(Draft, file)));

    private static IReadOnlyList<string> FilesIn(string folder) => Directory.Exists(Path.Combine(Draft, folder))
        ? [.. Directory.GetFiles(Path.Combine(Draft, folder), "*.json").Select(path => folder + Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];
}
