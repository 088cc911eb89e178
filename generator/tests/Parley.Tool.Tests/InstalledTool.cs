using System.Reflection;

namespace Parley.Tool.Tests;

/// <summary>The tool as its users have it: packed, installed from a folder feed into a folder of its own. Installed once for all tests of the class.</summary>
public sealed class InstalledTool : IAsyncLifetime
{
    private static readonly string Configuration = typeof(InstalledTool).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-tool-");

    /// <summary>An empty folder for a test.</summary>
    public string NewFolder() => _folder.CreateSubdirectory(Path.GetRandomFileName()).FullName;

    public async ValueTask InitializeAsync()
    {
        var feed = Path.Combine(_folder.FullName, "feed");
        // What was built with this test is packed: a build here would write into obj/ of projects that tests beside this one may be packing.
        await DotnetAsync(RepositoryRoot.Path(), "pack", "generator/src/Parley.Tool", "--no-build", "-c", Configuration, "-o", feed, "--nologo", "-v:quiet", "-m:1");
        // No other feed, and a cache of its own: a package of an earlier build can never be taken for this one.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder.FullName, "cache")}" /></config>
              <packageSources><clear /><add key="feed" value="{feed}" /></packageSources>
            </configuration>
            """);
        await DotnetAsync(_folder.FullName, "tool", "install", "Parley.Tool", "--tool-path", Path.Combine(_folder.FullName, "bin"));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs <c>parley</c> in the repository.</summary>
    internal Task<Execution> RunAsync(params string[] arguments) => Execution.OfAsync(Path.Combine(_folder.FullName, "bin", "parley"), RepositoryRoot.Path(), arguments);

    private static async Task DotnetAsync(string workingFolder, params string[] arguments)
    {
        var run = await Execution.OfAsync("dotnet", workingFolder, arguments);
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {run.ExitCode}:\n{run.Output}{run.Errors}");
    }
}
