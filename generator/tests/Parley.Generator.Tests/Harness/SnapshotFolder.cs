namespace Parley.Generator.Tests.Harness;

/// <summary>A case as a folder: <c>input/</c> is given to the generator, <c>output/</c> is what it must write, file for file and byte for byte.</summary>
internal sealed class SnapshotFolder(string path)
{
    private const string ReceivedMark = ".received";

    /// <summary>The case's name.</summary>
    public string Name => Path.GetFileName(path);

    /// <summary>The case's input, by path.</summary>
    public InputFile[] Input => InputFile.AllIn(Path.Combine(path, "input"));

    private string OutputFolder => Path.Combine(path, "output");

    /// <summary>Makes <c>output/</c> what was received; files that are not among it are deleted.</summary>
    /// <exception cref="InvalidOperationException">This is continuous integration, where an update would make every case pass.</exception>
    public void Update(IReadOnlyDictionary<string, string> received, Func<string, string?> environment)
    {
        if (environment("CI") is "true" or "1")
            throw new InvalidOperationException("PARLEY_UPDATE_SNAPSHOTS is set in continuous integration (CI is set): snapshots are updated by their author only.");

        if (Directory.Exists(OutputFolder))
            Directory.Delete(OutputFolder, recursive: true);
        foreach (var (name, text) in received)
            Write(Path.Combine(OutputFolder, name), text);
    }

    /// <summary>Compares what was received with <c>output/</c>; writes files that differ beside those that were expected, as <c>*.received.cs</c>.</summary>
    /// <exception cref="SnapshotException">A file is missing, is one too many or differs; every such file is named, with its first line that differs.</exception>
    public void Compare(IReadOnlyDictionary<string, string> received)
    {
        var expected = ReadExpected();
        var problems = new List<string>();
        foreach (var name in expected.Keys.Union(received.Keys).Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(OutputFolder, name);
            var receivedFile = Path.ChangeExtension(file, ReceivedMark + Path.GetExtension(file));
            if (!received.TryGetValue(name, out var text))
                problems.Add($"{name} was expected and not emitted");
            else if (!expected.TryGetValue(name, out var snapshot))
                problems.Add($"{name} was emitted and not expected");
            else if (text != snapshot)
                problems.Add(TextDifference.First(name, snapshot, text));
            else
                text = null;

            if (text is not null)
                Write(receivedFile, text);
            else if (File.Exists(receivedFile))
                File.Delete(receivedFile);
        }

        if (problems.Count > 0)
            throw new SnapshotException($"{Name}: {string.Join('\n', problems)}\nPARLEY_UPDATE_SNAPSHOTS=1 accepts what was received.");
    }

    private SortedDictionary<string, string> ReadExpected()
    {
        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(OutputFolder))
            return expected;

        foreach (var file in Directory.EnumerateFiles(OutputFolder, "*", SearchOption.AllDirectories))
        {
            if (!Path.GetFileNameWithoutExtension(file).EndsWith(ReceivedMark, StringComparison.Ordinal))
                expected.Add(Path.GetRelativePath(OutputFolder, file).Replace('\\', '/'), File.ReadAllText(file));
        }

        return expected;
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
