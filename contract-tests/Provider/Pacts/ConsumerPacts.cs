using System.Diagnostics;
using System.Reflection;

namespace ContactCenter.Provider.Pacts;

/// <summary>
/// The pacts as the consumer's tests write them now, in a folder of its own. Test projects run in any order and beside each other, so whoever needs pacts runs
/// those tests itself, once for all its own.
/// </summary>
public sealed class ConsumerPacts : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-pacts-");

    public string Folder => _folder.FullName;

    public async ValueTask InitializeAsync()
    {
        var tests = typeof(ConsumerPacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ConsumerTests").Value!;
        var start = new ProcessStartInfo("dotnet", [tests, "-noLogo", "-noColor"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment[PactFiles.FolderVariable] = Folder;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The consumer's tests failed, so there are no pacts to verify:\n{await output}{await errors}");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
