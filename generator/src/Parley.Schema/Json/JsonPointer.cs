using System.Globalization;
using System.Text;

namespace Parley.Schema.Json;

/// <summary>
/// JSON pointers (RFC 6901) as URI fragments. One place has one spelling: everything outside the characters that a fragment may hold is
/// percent-encoded, so that a pointer is always one line of printable ASCII without quotes.
/// </summary>
public static class JsonPointer
{
    /// <summary>The pointer of a whole file.</summary>
    public const string Root = "#";

    private const string Plain = "-._~!$&'()*+,;=:@?";

    /// <summary>The pointer of a member or item.</summary>
    public static string Append(string pointer, string token)
    {
        var output = new StringBuilder(pointer.Length + token.Length + 1);
        output.Append(pointer).Append('/');
        for (var i = 0; i < token.Length; i++)
        {
            var unit = token[i];
            if (unit == '~')
                output.Append("~0");
            else if (unit == '/')
                output.Append("~1");
            else if (unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || Plain.IndexOf(unit) >= 0)
                output.Append(unit);
            else
                i += AppendEncoded(output, token, i);
        }

        return output.ToString();
    }

    /// <summary>Brings a fragment, without its <c>#</c>, into the one spelling.</summary>
    /// <returns>False when it is no pointer: an anchor, a broken escape, bytes that are no UTF-8.</returns>
    public static bool TryNormalize(string fragment, out string pointer)
    {
        pointer = Root;
        if (!PercentEncoding.TryDecode(fragment, out var decoded))
            return false;
        if (decoded.Length == 0)
            return true;
        if (decoded[0] != '/')
            return false;

        var tokens = decoded.Substring(1).Split('/');
        // Nothing stands deeper than a file may nest.
        if (tokens.Length > JsonParser.MaxDepth)
            return false;

        foreach (var token in tokens)
        {
            if (!TryUnescape(token, out var name))
                return false;
            pointer = Append(pointer, name);
        }

        return true;
    }

    /// <summary>What stands at a pointer in its one spelling, or null.</summary>
    public static JsonNode? Find(JsonNode root, string pointer)
    {
        if (pointer == Root)
            return root;

        // Members are compared by their spelling in a pointer, so that it need not be decoded again.
        var node = root;
        foreach (var token in pointer.Substring(2).Split('/'))
        {
            JsonNode? next = null;
            foreach (var member in node.Members)
            {
                if (string.Equals(Append("", member.Name), "/" + token, StringComparison.Ordinal))
                    next = member.Value;
            }

            if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.Items.Count)
                next = node.Items[index];
            if (next is null)
                return null;
            node = next;
        }

        return node;
    }

    private static bool TryUnescape(string token, out string name)
    {
        name = token;
        if (token.IndexOf('~') < 0)
            return true;

        var output = new StringBuilder(token.Length);
        for (var i = 0; i < token.Length; i++)
        {
            if (token[i] != '~')
            {
                output.Append(token[i]);
                continue;
            }

            i++;
            if (i == token.Length || token[i] is not ('0' or '1'))
                return false;
            output.Append(token[i] == '0' ? '~' : '/');
        }

        name = output.ToString();
        return true;
    }

    private static int AppendEncoded(StringBuilder output, string token, int at)
    {
        var pair = char.IsHighSurrogate(token[at]) && at + 1 < token.Length;
        foreach (var unit in Encoding.UTF8.GetBytes(token.Substring(at, pair ? 2 : 1)))
            output.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
        return pair ? 1 : 0;
    }
}
