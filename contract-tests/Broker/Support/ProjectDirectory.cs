using System.Reflection;

namespace ContactCenter.Broker.Support;

/// <summary>The folder of this project in the source tree.</summary>
internal static class ProjectDirectory
{
    public static string Path { get; } =
        typeof(ProjectDirectory).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectDirectory").Value!;
}
