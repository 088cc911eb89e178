using System.IO.Compression;
using System.Text;
using Parley.Documentation.Html.Packing;

namespace Parley.Documentation.Tests.Html.Packing;

public sealed class DeflateTests
{
    public static TheoryData<string> Inputs => new(
        "",
        "a",
        "abcabcabcabcabcabc",
        new string('x', 100_000),
        string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{number:x} ")),
        // Repeated from just within and just beyond the window.
        string.Concat(Enumerable.Range(0, 6000).Select(number => $"{number:x5}")) + "needle" + string.Concat(Enumerable.Range(0, 6600).Select(number => $"{number:x5}")) + "needle",
        "ÄÖÜ €, 😀, \u0080\u00FF");

    [Theory]
    [MemberData(nameof(Inputs))]
    public void What_is_packed_can_be_unpacked_by_others(string input)
    {
        using var packed = new MemoryStream(Deflate.Compress(Encoding.UTF8.GetBytes(input)));
        using var stream = new DeflateStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);

        Assert.Equal(input, reader.ReadToEnd());
    }

    [Fact]
    public void Every_byte_survives()
    {
        byte[] input = [.. Enumerable.Range(0, 256).Select(value => (byte)value), .. Enumerable.Range(0, 256).Select(value => (byte)(255 - value))];
        using var stream = new DeflateStream(new MemoryStream(Deflate.Compress(input)), CompressionMode.Decompress);
        using var output = new MemoryStream();
        stream.CopyTo(output);

        Assert.Equal(input, output.ToArray());
    }

    [Fact]
    public void Repetition_costs_little() => Assert.True(Deflate.Compress(Encoding.UTF8.GetBytes(new string('x', 100_000))).Length < 1000);
}
