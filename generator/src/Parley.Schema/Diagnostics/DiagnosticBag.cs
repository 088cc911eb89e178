using System.Globalization;
using System.Text;
using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Schema.Diagnostics;

/// <summary>Collects the diagnostics of one file.</summary>
public sealed class DiagnosticBag
{
    private const int MaxArgument = 200;

    private readonly string _path;
    private readonly string _text;
    private readonly List<SchemaDiagnostic> _items = [];
    private LineMap? _lines;

    /// <summary>A bag for the file at a logical path.</summary>
    public DiagnosticBag(string path, string text)
    {
        _path = path;
        _text = text;
    }

    /// <summary>Whether a rule whose breach stops the file was broken.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>What was reported, in the order of reporting.</summary>
    public IReadOnlyList<SchemaDiagnostic> Items => _items;

    /// <summary>Reports a broken rule.</summary>
    public void Add(SchemaRule rule, JsonSpan span, params string[] arguments)
    {
        // Most files are without fault and never need their lines.
        _lines ??= new LineMap(_text);
        HasErrors |= rule.Severity == RuleSeverity.Error;
        _items.Add(new SchemaDiagnostic
        {
            Id = rule.Id,
            Path = _path,
            Offset = span.Start,
            Length = span.Length,
            Start = _lines.PositionOf(span.Start),
            End = _lines.PositionOf(span.End),
            Arguments = new EquatableArray<string>(arguments.Select(OneLine)),
        });
    }

    /// <summary>A number as an argument.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    // Arguments are taken from files: a build log must not get their control characters or a megabyte of them.
    private static string OneLine(string argument)
    {
        var output = new StringBuilder(Math.Min(argument.Length, MaxArgument));
        foreach (var unit in argument)
        {
            if (output.Length >= MaxArgument)
                return output.Append('…').ToString();
            LogText.Append(output, unit);
        }

        return output.ToString();
    }
}
