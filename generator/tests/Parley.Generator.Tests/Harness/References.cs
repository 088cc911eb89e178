using Microsoft.CodeAnalysis;

namespace Parley.Generator.Tests.Harness;

/// <summary>What emitted code is compiled against: the running framework and Parley.Runtime, nothing else that the tests happen to load.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } = Find();

    private static List<MetadataReference> Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework)
                .Append(typeof(IJsonType<>).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
