using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Parley.AspNetCore;

/// <summary>The reference's bytes in every encoding that is served.</summary>
internal sealed class ReferencePage
{
    // 'parley docs' writes it before anything that a contract says, so that no contract can put another one first.
    private const string PolicyStart = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

    private readonly Lazy<ReferenceContent> _brotli;
    private readonly Lazy<ReferenceContent> _gzip;

    private ReferencePage(byte[] bytes, string policy)
    {
        var tag = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
        Policy = policy;
        Plain = new ReferenceContent(null, $"\"{tag}\"", bytes);
        // Made when it is first asked for: the strongest compression takes a moment that a start should not take.
        _brotli = new(() => new ReferenceContent("br", $"\"{tag}-br\"", Compress(bytes, static output => new BrotliStream(output, CompressionLevel.SmallestSize))));
        _gzip = new(() => new ReferenceContent("gzip", $"\"{tag}-gzip\"", Compress(bytes, static output => new GZipStream(output, CompressionLevel.SmallestSize))));
    }

    /// <summary>The page's own Content-Security-Policy.</summary>
    public string Policy { get; }

    /// <summary>As it is in the file.</summary>
    public ReferenceContent Plain { get; }

    /// <summary>Compressed with Brotli.</summary>
    public ReferenceContent Brotli => _brotli.Value;

    /// <summary>Compressed with gzip.</summary>
    public ReferenceContent Gzip => _gzip.Value;

    /// <inheritdoc cref="ReferenceEndpointRouteBuilderExtensions.MapParleyReference" path="/exception"/>
    public static ReferencePage Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"There is no reference '{path}'. Write it with 'parley docs SCHEMAS --out DIR', and let the project copy it to where the program is.", path);
        }

        var bytes = File.ReadAllBytes(path);
        var text = Encoding.UTF8.GetString(bytes);
        var start = text.IndexOf(PolicyStart, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('"', start + PolicyStart.Length);
        if (end < 0)
            throw new InvalidDataException($"'{path}' was not written by 'parley docs': it has no Content-Security-Policy.");
        return new ReferencePage(bytes, WebUtility.HtmlDecode(text[(start + PolicyStart.Length)..end]));
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> compressor)
    {
        using var output = new MemoryStream();
        using (var stream = compressor(output))
            stream.Write(bytes);
        return output.ToArray();
    }
}

/// <summary>One encoding of the reference.</summary>
/// <param name="Encoding">Value of <c>Content-Encoding</c>, or null without one.</param>
/// <param name="Tag">Strong entity tag; every encoding has its own.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record ReferenceContent(string? Encoding, string Tag, byte[] Bytes);
