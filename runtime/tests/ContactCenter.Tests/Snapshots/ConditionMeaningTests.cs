using ContactCenter.Snapshots;
using ContactCenter.Snapshots.Language;
using ContactCenter.Tests.Support;

namespace ContactCenter.Tests.Snapshots;

/// <summary>Random conditions, judged by a reading of the language that shares nothing with SQL.</summary>
public sealed class ConditionMeaningTests
{
    private static readonly string?[] Subjects = [null, "a", "ab", "B", ""];
    private static readonly string[] Queues = ["default", "sales", "it's"];

    [Fact]
    public async Task Sql_selects_what_the_condition_says()
    {
        await using var temporary = new TemporaryStore();
        await temporary.AddAgentsAsync("anna");
        var rows = (from subject in Subjects from queue in Queues select (Subject: subject, Queue: queue)).Select((row, i) => (Id: $"i{i:00}", row.Subject, row.Queue, At: i)).ToList();
        foreach (var row in rows)
            await temporary.AddInteractionAsync(row.Id, queue: row.Queue, subject: row.Subject, receivedAt: row.At);

        var service = TestSnapshots.Of(temporary);
        var random = new Random(20151126);
        var token = TestContext.Current.CancellationToken;
        var sizes = new HashSet<int>();
        for (var run = 0; run < 300; run++)
        {
            var text = Write(random, 4);
            var condition = ConditionParser.Parse(text);
            var expected = rows.Where(row => Judge(condition, row) == true).Select(row => row.Id).ToList();

            var taken = (await service.TakeAsync("anna", new SnapshotQuery { Lock = false, Condition = text }, token)).Value!;
            var actual = (await service.GetAsync("anna", taken.Id, 0, 100, token)).Value!.Entries.Select(entry => entry.InteractionId);

            Assert.True(expected.SequenceEqual(actual), $"{text}: expected {string.Join(' ', expected)}, got {string.Join(' ', actual)}");
            Assert.Null(await service.ReleaseAsync("anna", taken.Id, token));
            sizes.Add(expected.Count);
        }

        Assert.True(sizes.Count > 5, "The conditions hardly differ: the check has little to say.");
    }

    private static string Write(Random random, int depth)
    {
        string Value() => $"'{Pick(random, "a", "ab", "B", "", "sales", "it''s")}'";
        string Column() => random.Next(2) == 0 ? "[subject]" : "[queue]";
        string Operator() => Pick(random, "=", "<>", "!=", "<", "<=", ">", ">=");
        return random.Next(depth == 0 ? 5 : 8) switch
        {
            0 => $"{Column()} {Operator()} {Value()}",
            1 => $"{Column()} is{(random.Next(2) == 0 ? " not" : "")} null",
            2 => $"{Column()}{(random.Next(2) == 0 ? " not" : "")} in ({Value()}, {Value()})",
            3 => $"{Column()} LIKE '{Pick(random, "%", "a%", "_", "%b", "%''%")}'",
            4 => $"[received_at] {Operator()} {random.Next(16)}",
            5 => $"not {Write(random, depth - 1)}",
            6 => $"({Write(random, depth - 1)} and {Write(random, depth - 1)})",
            _ => $"({Write(random, depth - 1)} or {Write(random, depth - 1)})",
        };
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static bool? Judge(Condition condition, (string Id, string? Subject, string Queue, int At) row)
    {
        object? Of(SnapshotColumn column) => column.Name switch { "subject" => row.Subject, "queue" => row.Queue, _ => (long)row.At };
        bool? Compare(SnapshotColumn column, object value, Func<int, bool> verdict) => Of(column) switch
        {
            null => null,
            string text => verdict(string.CompareOrdinal(text, (string)value)),
            var number => verdict(((long)number).CompareTo((long)value)),
        };

        return condition switch
        {
            Comparison c => Compare(c.Column, c.Value, order => c.Operator switch
            {
                "=" => order == 0,
                "<>" => order != 0,
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            }),
            LikePattern like => Of(like.Column) is string text ? Matches(text, like.Pattern) : null,
            Membership m => Of(m.Column) is { } value ? m.Values.Contains(value) : null,
            Absence a => Of(a.Column) is null,
            Negation n => !Judge(n.Operand, row),
            Conjunction all => all.Operands.Select(operand => Judge(operand, row)).Aggregate((left, right) => left & right),
            Disjunction any => any.Operands.Select(operand => Judge(operand, row)).Aggregate((left, right) => left | right),
            _ => throw new InvalidOperationException(condition.ToString()),
        };
    }

    private static bool Matches(string text, string pattern)
    {
        if (pattern.Length == 0)
            return text.Length == 0;
        if (pattern[0] == '%')
            return Enumerable.Range(0, text.Length + 1).Any(skip => Matches(text[skip..], pattern[1..]));
        return text.Length > 0
            && (pattern[0] == '_' || char.ToLowerInvariant(pattern[0]) == char.ToLowerInvariant(text[0]))
            && Matches(text[1..], pattern[1..]);
    }
}
