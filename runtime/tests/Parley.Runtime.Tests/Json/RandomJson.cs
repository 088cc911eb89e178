using System.Text;

namespace Parley.Tests.Json;

/// <summary>Well-formed texts of every shape, and what is left of them after a few random changes.</summary>
internal sealed class RandomJson(Random random)
{
    private static readonly string[] Pieces =
        ["a", "name", "0123456789abcdef", "\\n", "\\\"", "\\\\", "\\u00e4", "\\ud83d\\ude00", "\\/", "ä", "四", "\U0001F600", " ", "{", "]", ":", ","];

    private static readonly string[] Numbers = ["0", "-0", "7", "-12", "3.25", "1e5", "1E+2", "-4.5e-3", "123456789012345678", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1234567890123456789012345"];
    private static readonly string[] Blanks = ["", "", "", " ", "\n", "\r\n", "\t", "  ", "    ", "\n        "];

    private readonly StringBuilder _text = new();

    /// <summary>A text.</summary>
    public byte[] Text()
    {
        Value(levels: random.Next(1, 6));
        Blank();
        return Encoding.UTF8.GetBytes(_text.ToString());
    }

    /// <summary>Changes, inserts, repeats or removes a few bytes, or cuts the text off.</summary>
    public static void Mutate(Random random, ref byte[] text, byte[] alphabet)
    {
        var bytes = text.ToList();
        for (var change = random.Next(1, 3); change > 0; change--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(5))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = alphabet[random.Next(alphabet.Length)];
                    break;
                case 1 when at < bytes.Count:
                    bytes.RemoveAt(at);
                    break;
                case 2 when at < bytes.Count:
                    bytes.Insert(at, bytes[at]);
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.Insert(at, alphabet[random.Next(alphabet.Length)]);
                    break;
            }
        }

        text = [.. bytes];
    }

    private void Value(int levels)
    {
        Blank();
        switch (random.Next(levels > 0 ? 9 : 6))
        {
            case 0:
                _text.Append(random.Next(3) switch { 0 => "true", 1 => "false", _ => "null" });
                break;
            case 1:
            case 2:
                _text.Append(Numbers[random.Next(Numbers.Length)]);
                break;
            case 3:
            case 4:
            case 5:
                String();
                break;
            case 6:
                Members('[', ']', () => Value(levels - 1));
                break;
            default:
                Members('{', '}', () =>
                {
                    Blank();
                    String();
                    Blank();
                    _text.Append(':');
                    Value(levels - 1);
                });
                break;
        }
    }

    private void Members(char open, char close, Action member)
    {
        _text.Append(open);
        var count = random.Next(5);
        for (var i = 0; i < count; i++)
        {
            member();
            Blank();
            if (i < count - 1)
                _text.Append(',');
        }

        Blank();
        _text.Append(close);
    }

    private void String()
    {
        _text.Append('"');
        for (var pieces = random.Next(6); pieces > 0; pieces--)
            _text.Append(Pieces[random.Next(Pieces.Length)]);
        _text.Append('"');
    }

    private void Blank() => _text.Append(Blanks[random.Next(Blanks.Length)]);
}
