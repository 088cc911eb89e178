using System.Reflection;

namespace Parley.Packages.Tests;

/// <summary>What only the build of this project knows.</summary>
internal static class BuildFacts
{
    /// <summary>The folder with the packages that this project's own restore has used.</summary>
    public static string RestoredPackages { get; } = Read("RestoredPackages");

    /// <summary>The configuration that this project was built in, and with it what it packs.</summary>
    public static string Configuration { get; } = Read("Configuration");

    private static string Read(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
