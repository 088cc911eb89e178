using System.Reflection;

namespace Parley.Schema.Tests;

/// <summary>The repository's <c>generator/</c> folder.</summary>
internal static class GeneratorFolder
{
    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Root { get; } = typeof(GeneratorFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "GeneratorFolder").Value!;
}
