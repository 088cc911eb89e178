using System.Reflection;

namespace Parley.Bayeux.Load.Servers;

/// <summary>Where npm installs Faye.</summary>
internal static class FayeInstallation
{
    /// <summary>The folder of its small Node project.</summary>
    public static string Directory { get; } =
        typeof(FayeInstallation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "FayeDirectory").Value!;

    /// <summary>Whether it is there.</summary>
    public static bool Exists => System.IO.Directory.Exists(Path.Combine(Directory, "node_modules", "faye"));
}
