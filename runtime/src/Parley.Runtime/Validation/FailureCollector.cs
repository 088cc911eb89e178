using System.Text.Json;

namespace Parley;

/// <summary>Broken rules with byte offsets; places are worked out after the run, so that checks carry no path along.</summary>
internal sealed class FailureCollector
{
    private readonly List<Failure> _failures = [];

    /// <summary>Takes a broken rule.</summary>
    /// <returns>Whether there is room for another.</returns>
    public bool Add(Failure failure)
    {
        _failures.Add(failure);
        return _failures.Count < Explaining.MaximumErrors;
    }

    /// <summary>The errors in document order, each with pointer, line and column.</summary>
    public SchemaErrors Locate(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options)
    {
        if (_failures.Count == 0)
            return SchemaErrors.None;

        var ordered = _failures.OrderBy(static failure => failure.Offset).ToArray();
        var errors = new SchemaError[ordered.Length];
        var places = new PlaceFinder(utf8Json, options);
        for (var i = 0; i < ordered.Length; i++)
        {
            var failure = ordered[i];
            var place = places.MoveTo(failure.Offset);
            errors[i] = new SchemaError(
                place.Pointer, place.Line, place.Column, failure.KeywordLocation, failure.AbsoluteKeywordLocation, failure.Keyword, failure.Message);
        }

        return new SchemaErrors(errors);
    }
}

/// <summary>A broken rule before its place is known.</summary>
/// <param name="Offset">Byte offset of the offending token.</param>
/// <param name="KeywordLocation">Evaluation path.</param>
/// <param name="AbsoluteKeywordLocation">Schema and pointer.</param>
/// <param name="Keyword">Keyword.</param>
/// <param name="Message">Sentence.</param>
internal readonly record struct Failure(long Offset, string KeywordLocation, string AbsoluteKeywordLocation, string Keyword, string Message);
