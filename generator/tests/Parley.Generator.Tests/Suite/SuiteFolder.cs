using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Suite;

/// <summary>Where the official JSON Schema Test Suite is: <c>JSON_SCHEMA_TEST_SUITE</c>, else <c>../shared/json-schema-test-suite</c> beside the repository.</summary>
internal static class SuiteFolder
{
    public const string Missing = "The JSON Schema Test Suite is not here; set JSON_SCHEMA_TEST_SUITE to its folder.";

    private static readonly string Root =
        Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE") ?? RepositoryRoot.Path("..", "shared", "json-schema-test-suite");

    private static string Draft => Path.Combine(Root, "tests", "draft2020-12");

    /// <summary>Names of the required files, by name; empty when the suite is not here.</summary>
    public static IReadOnlyList<string> Files { get; } =
        Directory.Exists(Draft) ? [.. Directory.GetFiles(Draft, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];

    /// <summary>The groups of a file.</summary>
    public static IReadOnlyList<SuiteGroup> Groups(string file) => SuiteGroup.AllIn(file, File.ReadAllBytes(Path.Combine(Draft, file)));
}
