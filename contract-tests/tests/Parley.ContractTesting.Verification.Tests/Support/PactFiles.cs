using System.Text.Json.Nodes;

namespace Parley.ContractTesting.Support;

/// <summary>A folder with the pact files of a test.</summary>
internal sealed class PactFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-pacts-");

    public string Path => _folder.FullName;

    public PactSource Source => PactSource.Folder(Path);

    /// <summary>Adds a file with this text.</summary>
    public PactFiles With(string name, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), text);
        return this;
    }

    public PactFiles With(JsonObject pact) => With($"{pact["consumer"]!["name"]}-{pact["provider"]!["name"]}.json", pact.ToJsonString());

    public void Dispose() => _folder.Delete(recursive: true);
}
