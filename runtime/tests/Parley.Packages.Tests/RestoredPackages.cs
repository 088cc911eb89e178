using System.Reflection;

namespace Parley.Packages.Tests;

/// <summary>The folder with the packages that this project's own restore has used.</summary>
internal static class RestoredPackages
{
    public static string Path { get; } =
        typeof(RestoredPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RestoredPackages").Value!;
}
