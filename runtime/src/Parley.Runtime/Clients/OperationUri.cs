using System.Text;
using System.Text.Json;

namespace Parley;

/// <summary>Makes the relative URI of a call.</summary>
internal static class OperationUri
{
    /// <summary>Fills the template's parameters in, each escaped as one path segment.</summary>
    /// <exception cref="ArgumentException">A value is empty, <c>.</c> or <c>..</c> (no escaping keeps these a segment of their own), or their number differs from the template's.</exception>
    public static StringBuilder Fill(string template, ReadOnlySpan<string> values)
    {
        var uri = new StringBuilder(template.Length + 32);
        var rest = template.AsSpan();
        var next = 0;
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}');
            if (next == values.Length)
                throw new ArgumentException($"{template} has more parameters than the {values.Length} given.", nameof(values));

            uri.Append(rest[..open]).Append(Segment(values[next++], rest[(open + 1)..close].ToString()));
            rest = rest[(close + 1)..];
        }

        if (next != values.Length)
            throw new ArgumentException($"{template} has {next} parameters, not {values.Length}.", nameof(values));
        return uri.Append(rest);
    }

    /// <summary>Adds the members of a JSON object as query parameters; null members are left out.</summary>
    /// <exception cref="ArgumentException">A member is an object or an array.</exception>
    public static void AppendQuery(StringBuilder uri, ReadOnlySpan<byte> query)
    {
        var reader = new Utf8JsonReader(query);
        reader.Read();
        var separator = '?';
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var value = reader.TokenType switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.StartObject or JsonTokenType.StartArray =>
                    throw new ArgumentException($"The query parameter {name} is {JsonTextCheck.NameOf(reader.TokenType)}; a URL carries strings, numbers and booleans."),
                _ => Encoding.UTF8.GetString(reader.ValueSpan),
            };
            if (value is null)
                continue;

            uri.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
    }

    private static string Segment(string value, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        return value is "" or "." or ".."
            ? throw new ArgumentException($"'{value}' cannot be a path segment.", parameter)
            : Uri.EscapeDataString(value);
    }
}
