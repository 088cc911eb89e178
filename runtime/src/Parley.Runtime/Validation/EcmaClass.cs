using System.Text;

namespace Parley;

/// <summary>Rewrites the bracket class of an ECMA-262 expression. Members beyond U+FFFF, which .NET keeps as two characters, become alternatives beside the class.</summary>
internal static class EcmaClass
{
    public const string Digit = "0-9";
    public const string Word = "a-zA-Z0-9_";
    public const string Space = @"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
    public const string AnySupplementary = @"[\ud800-\udbff][\udc00-\udfff]";

    private const string NotDigit = @"\u0000-\u002f\u003a-\ud7ff\ue000-\uffff";
    private const string NotWord = @"\u0000-\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\ud7ff\ue000-\uffff";
    private const string NotSpace =
        @"\u0000-\u0008\u000e-\u001f\u0021-\u009f\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\uffff";

    /// <summary>Translates the class that starts behind <c>[</c> and moves behind its <c>]</c>.</summary>
    public static string Translate(string source, ref int at)
    {
        var negated = at < source.Length && source[at] == '^';
        if (negated)
            at++;

        var basic = new StringBuilder();
        var supplementary = new List<string>();
        while (at < source.Length && source[at] != ']')
        {
            if (Shorthand(source, ref at) is { } shorthand)
            {
                basic.Append(shorthand.Basic);
                if (shorthand.Supplementary)
                    supplementary.Add(AnySupplementary);
                continue;
            }

            var first = Member(source, ref at);
            var last = first;
            if (at + 1 < source.Length && source[at] == '-' && source[at + 1] != ']' && !IsShorthand(source, at + 1))
            {
                at++;
                last = Member(source, ref at);
            }

            AppendRange(first, last, basic, supplementary);
        }

        at++;
        return Compose(negated, basic.ToString(), supplementary);
    }

    private static string Compose(bool negated, string basic, List<string> supplementary)
    {
        var pairs = string.Join('|', supplementary);
        if (negated)
        {
            var otherPairs = pairs.Length == 0 ? AnySupplementary : $"(?!{pairs}){AnySupplementary}";
            return $@"(?:[^{basic}\ud800-\udfff]|{otherPairs})";
        }

        if (supplementary.Count == 0)
            return basic.Length == 0 ? "(?!)" : $"[{basic}]";
        return basic.Length == 0 ? $"(?:{pairs})" : $"(?:[{basic}]|{pairs})";
    }

    private static bool IsShorthand(string source, int at) =>
        source[at] == '\\' && at + 1 < source.Length && source[at + 1] is 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'p' or 'P';

    private static (string Basic, bool Supplementary)? Shorthand(string source, ref int at)
    {
        if (!IsShorthand(source, at))
            return null;

        at += 2;
        return source[at - 1] switch
        {
            'd' => (Digit, false),
            'w' => (Word, false),
            's' => (Space, false),
            'D' => (NotDigit, true),
            'W' => (NotWord, true),
            'S' => (NotSpace, true),
            var letter => (EcmaEscapes.Property(source, ref at, letter), false),
        };
    }

    private static int Member(string source, ref int at)
    {
        var c = source[at++];
        if (c == '\\' && at < source.Length)
        {
            var escaped = source[at++];
            return escaped == 'b' ? '\b' : EcmaEscapes.CodePoint(source, ref at, escaped);
        }

        return char.IsHighSurrogate(c) && at < source.Length && char.IsLowSurrogate(source[at]) ? char.ConvertToUtf32(c, source[at++]) : c;
    }

    private static void AppendRange(int first, int last, StringBuilder basic, List<string> supplementary)
    {
        if (first <= 0xFFFF)
            basic.Append(EcmaEscapes.Unit(first)).Append('-').Append(EcmaEscapes.Unit(Math.Min(last, 0xFFFF)));
        if (last <= 0xFFFF)
            return;

        first = Math.Max(first, 0x10000);
        var (from, to) = (char.ConvertFromUtf32(first), char.ConvertFromUtf32(last));
        if (from[0] == to[0])
        {
            supplementary.Add($"{EcmaEscapes.Unit(from[0])}[{EcmaEscapes.Unit(from[1])}-{EcmaEscapes.Unit(to[1])}]");
            return;
        }

        // First and last high half with part of the low halves, the halves between with all.
        supplementary.Add($@"{EcmaEscapes.Unit(from[0])}[{EcmaEscapes.Unit(from[1])}-\udfff]");
        if (to[0] - from[0] > 1)
            supplementary.Add($@"[{EcmaEscapes.Unit(from[0] + 1)}-{EcmaEscapes.Unit(to[0] - 1)}][\udc00-\udfff]");
        supplementary.Add($@"{EcmaEscapes.Unit(to[0])}[\udc00-{EcmaEscapes.Unit(to[1])}]");
    }
}
