namespace Parley.Benchmarks.Payloads;

/// <summary>The texts that are read.</summary>
internal static class Payload
{
    /// <summary>The UTF-8 of <c>NAME.json</c> beside this file.</summary>
    public static byte[] Named(string name)
    {
        using var stream = typeof(Payload).Assembly.GetManifestResourceStream(name + ".json")
            ?? throw new ArgumentException($"There is no payload {name}.", nameof(name));
        var utf8 = new byte[stream.Length];
        stream.ReadExactly(utf8);
        return utf8;
    }
}
