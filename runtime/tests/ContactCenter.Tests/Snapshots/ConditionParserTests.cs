using ContactCenter.Snapshots.Language;

namespace ContactCenter.Tests.Snapshots;

public sealed class ConditionParserTests
{
    [Theory]
    [InlineData("[media_type] = 'chat'", "channel = @c0", "chat")]
    [InlineData("[MEDIA_TYPE]='chat'", "channel = @c0", "chat")]
    [InlineData("[state] != 'Queued'", "state <> @c0", "Queued")]
    [InlineData("[subject] like '%it''s%'", "subject LIKE @c0", "%it's%")]
    [InlineData("[queue] is null", "queue IS NULL")]
    [InlineData("[owner] IS NOT NULL", "NOT (owner_id IS NULL)")]
    [InlineData("[queue] in ('a', 'b')", "queue IN (@c0, @c1)", "a", "b")]
    [InlineData("[queue] not in ('a')", "NOT (queue IN (@c0))", "a")]
    [InlineData("[id] = 'a' or [id] = 'b' and not [id] = 'c'", "(id = @c0 OR (id = @c1 AND NOT (id = @c2)))", "a", "b", "c")]
    [InlineData("([id] = 'a' or [id] = 'b') and [id] = 'c'", "((id = @c0 OR id = @c1) AND id = @c2)", "a", "b", "c")]
    [InlineData("[received_at] >= 1448555978000", "received_at >= @c0", 1448555978000L)]
    [InlineData("[received_at] < '2015-11-26 18:39:38.000+0200'", "received_at < @c0", 1448555978000L)]
    [InlineData("[received_at] < '2015-11-26T16:39:38Z'", "received_at < @c0", 1448555978000L)]
    [InlineData("[id] = '; drop table interactions; --'", "id = @c0", "; drop table interactions; --")]
    [InlineData("[id] = ''", "id = @c0", "")]
    public void Compiles_to_parameterised_sql(string condition, string sql, params object[] values)
    {
        var fragment = SqlFragment.From(ConditionParser.Parse(condition));

        Assert.Equal(sql, fragment.Text);
        Assert.Equal(values, fragment.Parameters.Select(parameter => parameter.Value));
    }

    [Theory]
    [InlineData("", 1, "a column in brackets, 'not' or '('")]
    [InlineData("[colour] = 'red'", 1, "There is no column [colour]")]
    [InlineData("[password_hash] = 'x'", 1, "There is no column [password_hash]")]
    [InlineData("[id", 4, "Expected ']'")]
    [InlineData("[]", 1, "1 to 64 characters")]
    [InlineData("[id] OR 1=1 = 'x'", 6, "'=', '<>'")]
    [InlineData("[id] = 'abc", 8, "ends the string")]
    [InlineData("[id] = 'abc''", 8, "ends the string")]
    [InlineData("[id] = \"abc\"", 8, "begins nothing")]
    [InlineData("[id] = 'a'; DROP TABLE interactions", 11, "begins nothing")]
    [InlineData("[id] = 'a' -- comment", 12, "integer")]
    [InlineData("[id] = 'a' /* comment */", 12, "begins nothing")]
    [InlineData("[id] = 'a' UNION SELECT 1", 12, "'and', 'or' or the end")]
    [InlineData("[id] = (SELECT id FROM agents)", 8, "a string in single quotes")]
    [InlineData("[id] = 5", 8, "a string in single quotes")]
    [InlineData("[id] = [id]", 8, "a string in single quotes")]
    [InlineData("1 = 1", 1, "a column in brackets")]
    [InlineData("[id] = 'a') or (1=1", 11, "'and', 'or' or the end")]
    [InlineData("([id] = 'a'", 12, "'and', 'or' or ')'")]
    [InlineData("[id] in ()", 10, "a string")]
    [InlineData("[id] in ('a' 'b')", 14, "',' or ')'")]
    [InlineData("[id] not 'a'", 10, "'in' or 'like'")]
    [InlineData("[id] is 'a'", 9, "'null' or 'not null'")]
    [InlineData("[received_at] like '2015%'", 20, "holds moments")]
    [InlineData("[received_at] > 'yesterday'", 17, "a date and time")]
    [InlineData("[received_at] > 99999999999999999999", 17, "integer")]
    [InlineData("[received_at] > 1e9", 17, "integer")]
    [InlineData("[id] = 'a' and", 15, "a column in brackets")]
    [InlineData("[id] = 'a\0b'", 10, "U+0000")]
    [InlineData("\u00a0[id] = 'a'", 1, "U+00A0")]
    public void Names_the_position_and_what_was_expected(string condition, int position, string problem)
    {
        var exception = Assert.Throws<QueryLanguageException>(() => ConditionParser.Parse(condition));

        Assert.Equal(position, exception.Position);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        string Nested(int depth) => new string('(', depth) + "[id]='a'" + new string(')', depth);

        Assert.NotNull(ConditionParser.Parse(Nested(ConditionParser.MaxDepth)));
        var exception = Assert.Throws<QueryLanguageException>(() => ConditionParser.Parse(Nested(ConditionParser.MaxDepth + 1)));
        Assert.Equal(ConditionParser.MaxDepth + 1, exception.Position);
        Assert.Throws<QueryLanguageException>(() => ConditionParser.Parse(string.Concat(Enumerable.Repeat("not ", 33)) + "[id]='a'"));
    }

    [Fact]
    public void Length_is_bounded()
    {
        string Long(int length) => $"[id]='{new string('a', length - 7)}'";

        Assert.NotNull(ConditionParser.Parse(Long(ConditionParser.MaxLength)));
        var exception = Assert.Throws<QueryLanguageException>(() => ConditionParser.Parse(Long(ConditionParser.MaxLength + 1)));
        Assert.Equal(ConditionParser.MaxLength + 1, exception.Position);
    }

    [Fact]
    public void Any_text_is_parsed_or_refused_and_never_reaches_sql()
    {
        // Well-formed conditions with a few tokens replaced, added or removed: whatever still parses must consist of columns, operators and parameters alone.
        string[] pieces = ["[id]", "[state]", "[received_at]", "=", "<>", "'a'", "'''", "'", "5", "and", "or", "not", "(", ")", "in", "like", "is", "null", ",", ";", "--", "\"", "select", "]", "["];
        string[] seeds = ["[id] = 'a' and not ( [state] in ( 'b' , 'c' ) or [received_at] > 5 )", "[id] is not null or [state] not like 'a' and [id] <> 'b'"];
        var allowed = new System.Text.RegularExpressions.Regex(@"^(id|state|received_at|@c\d+|=|<>|<|>|AND|OR|NOT|IN|LIKE|IS|NULL|[(), ])*$");
        var random = new Random(20151126);
        var parsed = 0;
        for (var run = 0; run < 50_000; run++)
        {
            var tokens = seeds[run % seeds.Length].Split(' ').ToList();
            for (var change = random.Next(4); change > 0; change--)
            {
                var at = random.Next(tokens.Count);
                switch (random.Next(3))
                {
                    case 0: tokens[at] = pieces[random.Next(pieces.Length)]; break;
                    case 1: tokens.Insert(at, pieces[random.Next(pieces.Length)]); break;
                    default: tokens.RemoveAt(at); break;
                }
            }

            var text = string.Join(' ', tokens);
            try
            {
                var sql = SqlFragment.From(ConditionParser.Parse(text)).Text;
                parsed++;
                Assert.Matches(allowed, sql);
            }
            catch (QueryLanguageException exception)
            {
                Assert.InRange(exception.Position, 1, text.Length + 1);
            }
        }

        Assert.InRange(parsed, 10_000, 45_000);
    }
}
