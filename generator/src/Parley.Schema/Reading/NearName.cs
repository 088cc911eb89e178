namespace Parley.Schema.Reading;

/// <summary>Guesses which name was meant by a misspelt one.</summary>
internal static class NearName
{
    private const int MostEdits = 2;

    /// <summary>The known name that differs in case alone, or else by the fewest letters and by at most two and a third of its length; null when there is none.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        var fewest = MostEdits + 1;
        foreach (var candidate in known)
        {
            if (string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
                return candidate;
            if (Math.Abs(candidate.Length - name.Length) > MostEdits)
                continue;

            var edits = Edits(name, candidate);
            // Of short names nearly every other one is two letters away.
            if (edits * 3 <= candidate.Length && (edits < fewest || (edits == fewest && string.CompareOrdinal(candidate, nearest) < 0)))
                (nearest, fewest) = (candidate, edits);
        }

        return nearest;
    }

    // Letters to insert, remove or replace; one row of the usual table.
    private static int Edits(string from, string to)
    {
        var row = new int[to.Length + 1];
        for (var column = 0; column < row.Length; column++)
            row[column] = column;
        for (var line = 1; line <= from.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column < row.Length; column++)
            {
                var replaced = diagonal + (from[line - 1] == to[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
