namespace Parley.Documentation.Html.Packing;

/// <summary>
/// DEFLATE (RFC 1951) with the fixed codes. The runtime's own compressor is not used because its bytes depend on the version and the processor, and a page that
/// is committed must come out the same everywhere.
/// </summary>
internal static class Deflate
{
    private const int Window = 32768;
    private const int ShortestMatch = 3;
    private const int LongestMatch = 258;
    private const int EndOfBlock = 256;
    // How many earlier places are tried: more makes the page a few bytes smaller and the work longer.
    private const int Tries = 256;

    // RFC 1951, 3.2.5: the shortest length and distance of each code; what is above it goes into extra bits.
    private static readonly int[] Lengths =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static readonly int[] Distances =
        [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];

    public static byte[] Compress(ReadOnlySpan<byte> input)
    {
        var output = new BitWriter();
        output.Write(1, 1); // the last block
        output.Write(1, 2); // fixed codes
        var matches = new MatchFinder(input.Length);
        for (var at = 0; at < input.Length;)
        {
            var (length, distance) = matches.Find(input, at);
            // A longer match one byte later is worth a literal.
            if (length >= ShortestMatch && at + 1 < input.Length && matches.Find(input, at + 1).Length > length)
                length = 1;

            if (length < ShortestMatch)
            {
                WriteSymbol(output, input[at]);
                matches.Add(input, at++);
                continue;
            }

            var lengthCode = CodeOf(Lengths, length);
            WriteSymbol(output, 257 + lengthCode);
            output.Write(length - Lengths[lengthCode], ExtraBits(Lengths, lengthCode));
            var distanceCode = CodeOf(Distances, distance);
            output.WriteCode(distanceCode, 5);
            output.Write(distance - Distances[distanceCode], ExtraBits(Distances, distanceCode));
            for (var end = at + length; at < end; at++)
                matches.Add(input, at);
        }

        WriteSymbol(output, EndOfBlock);
        return output.ToArray();
    }

    private static int CodeOf(int[] starts, int value)
    {
        var found = Array.BinarySearch(starts, value);
        return found >= 0 ? found : ~found - 1;
    }

    // As many as the gap to the next code needs; the longest length has a code of its own without any.
    private static int ExtraBits(int[] starts, int code)
    {
        if (starts == Lengths)
            return code is < 8 or 28 ? 0 : (code / 4) - 1;
        return code < 2 ? 0 : (code / 2) - 1;
    }

    // RFC 1951, 3.2.6.
    private static void WriteSymbol(BitWriter output, int symbol)
    {
        switch (symbol)
        {
            case < 144:
                output.WriteCode(0x30 + symbol, 8);
                break;
            case < 256:
                output.WriteCode(0x190 + symbol - 144, 9);
                break;
            case < 280:
                output.WriteCode(symbol - 256, 7);
                break;
            default:
                output.WriteCode(0xC0 + symbol - 280, 8);
                break;
        }
    }

    private sealed class MatchFinder
    {
        private readonly Dictionary<int, int> _latest = [];
        private readonly int[] _previous;

        public MatchFinder(int length) => _previous = new int[length];

        public void Add(ReadOnlySpan<byte> input, int at)
        {
            if (at + ShortestMatch > input.Length)
                return;
            var key = Key(input, at);
            _previous[at] = _latest.GetValueOrDefault(key, -1);
            _latest[key] = at;
        }

        public (int Length, int Distance) Find(ReadOnlySpan<byte> input, int at)
        {
            var best = (Length: 0, Distance: 0);
            if (at + ShortestMatch > input.Length)
                return best;

            var most = Math.Min(LongestMatch, input.Length - at);
            var candidate = _latest.GetValueOrDefault(Key(input, at), -1);
            for (var tries = 0; candidate >= 0 && at - candidate <= Window && tries < Tries; tries++, candidate = _previous[candidate])
            {
                var length = input.Slice(at, most).CommonPrefixLength(input.Slice(candidate, most));
                if (length > best.Length)
                    best = (length, at - candidate);
            }

            return best;
        }

        private static int Key(ReadOnlySpan<byte> input, int at) => input[at] | (input[at + 1] << 8) | (input[at + 2] << 16);
    }
}
