using System.Runtime.InteropServices;

namespace Parley.Pacts;

/// <summary>Where the build puts the libraries: <c>pact-core/VERSION/RID/</c> beside the program.</summary>
internal static class CoreFile
{
    /// <summary>The folder that holds one version for this machine.</summary>
    public static string Folder(string version) => Path.Combine(AppContext.BaseDirectory, "pact-core", version, Platform);

    /// <summary>The library of a version; null when the build has put none there.</summary>
    public static string? For(string version) => Directory.Exists(Folder(version)) ? Directory.EnumerateFiles(Folder(version)).SingleOrDefault() : null;

    // RuntimeIdentifier may name the distribution, such as debian.12-x64 when .NET was built from source; the folders are named after the portable one.
    private static string Platform
    {
        get
        {
            var system =
                OperatingSystem.IsWindows() ? "win"
                : OperatingSystem.IsMacOS() ? "osx"
                : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal) ? "linux-musl"
                : "linux";
            var processor = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
            return $"{system}-{processor}";
        }
    }
}
