namespace Parley.Packages.Tests;

/// <summary>
/// An empty ASP.NET project in a folder of its own that knows Parley only as packages: this version packed to a folder feed, and no other feed.
/// Built once for all tests of the collection.
/// </summary>
public sealed class StrangersProject : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-stranger-");

    public string Feed => Path.Combine(_folder.FullName, "feed");

    public string Cache => Path.Combine(_folder.FullName, "cache");

    public string Folder => Path.Combine(_folder.FullName, "Greetings");

    public string BuildOutput { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await PackAsync("generator/src/Parley.Generator", "runtime/src/Parley.Runtime", "runtime/src/Parley.Bayeux", "runtime/src/Parley.AspNetCore");

        Directory.CreateDirectory(Folder);
        // Parley is the only feed, and the cache is this folder's own: a package of an earlier build can never be taken for this one.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Cache}" /></config>
              <packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>
            </configuration>
            """);
        foreach (var (path, text) in ReadmeExample.Files)
        {
            var file = Path.Combine(Folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        BuildOutput = await Dotnet.RunAsync(Folder, "build", "-c", "Release", "--nologo", "-warnaserror");
    }

    /// <summary>Builds the README's streaming server in a folder of its own, which knows one package.</summary>
    /// <returns>The folder.</returns>
    public async Task<string> BuildStreamingServerAsync()
    {
        foreach (var (path, text) in ReadmeExample.StreamingFiles)
        {
            var file = Path.Combine(_folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        var folder = Path.Combine(_folder.FullName, "streaming");
        // What `dotnet new web` and `dotnet add package` write.
        await File.WriteAllTextAsync(Path.Combine(folder, "Streaming.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Parley.Bayeux" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);
        await Dotnet.RunAsync(folder, "build", "-c", "Release", "--nologo", "-warnaserror");
        return folder;
    }

    /// <summary>Packs projects of the repository, as they are built, to the feed.</summary>
    public async Task PackAsync(params string[] projects)
    {
        foreach (var project in projects)
            await Dotnet.RunAsync(RepositoryRoot.Path, "pack", project, "-c", BuildFacts.Configuration, "--no-build", "-o", Feed, "--nologo", "-v:quiet", "-m:1");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
