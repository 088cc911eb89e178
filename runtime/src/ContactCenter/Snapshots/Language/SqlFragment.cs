using System.Text;

namespace ContactCenter.Snapshots.Language;

/// <summary>A piece of SQL in which every value of a request is a parameter.</summary>
/// <param name="Text">The SQL: constants of this program, and parameter names.</param>
/// <param name="Parameters">The parameters by name.</param>
internal sealed record SqlFragment(string Text, IReadOnlyList<KeyValuePair<string, object>> Parameters)
{
    /// <summary>Compiles a condition to an expression over the table <c>interactions</c> with parameters <c>@c0</c>, <c>@c1</c>, ….</summary>
    public static SqlFragment From(Condition condition)
    {
        var text = new StringBuilder();
        var parameters = new List<KeyValuePair<string, object>>();
        Write(condition);
        return new SqlFragment(text.ToString(), parameters);

        void Write(Condition node)
        {
            switch (node)
            {
                case Comparison comparison:
                    text.Append(comparison.Column.Sql).Append(' ').Append(comparison.Operator).Append(' ').Append(Parameter(comparison.Value));
                    break;
                case LikePattern like:
                    text.Append(like.Column.Sql).Append(" LIKE ").Append(Parameter(like.Pattern));
                    break;
                case Membership membership:
                    text.Append(membership.Column.Sql).Append(" IN (").AppendJoin(", ", membership.Values.Select(Parameter)).Append(')');
                    break;
                case Absence absence:
                    text.Append(absence.Column.Sql).Append(" IS NULL");
                    break;
                case Negation negation:
                    text.Append("NOT (");
                    Write(negation.Operand);
                    text.Append(')');
                    break;
                case Conjunction conjunction:
                    WriteAll(conjunction.Operands, " AND ");
                    break;
                case Disjunction disjunction:
                    WriteAll(disjunction.Operands, " OR ");
                    break;
                default:
                    throw new InvalidOperationException($"A condition of type {node.GetType().Name} has no SQL.");
            }
        }

        void WriteAll(IReadOnlyList<Condition> operands, string joint)
        {
            for (var i = 0; i < operands.Count; i++)
            {
                text.Append(i == 0 ? "(" : joint);
                Write(operands[i]);
            }

            text.Append(')');
        }

        string Parameter(object value)
        {
            var name = $"@c{parameters.Count}";
            parameters.Add(new(name, value));
            return name;
        }
    }

    /// <summary>Compiles an order to the terms of ORDER BY; the identifier ends it, so that it is total.</summary>
    public static string From(IReadOnlyList<OrderTerm> order)
    {
        var terms = order.Select(term => term.Descending ? $"{term.Column.Sql} DESC" : term.Column.Sql);
        return string.Join(", ", order.Any(term => term.Column.Sql == "id") ? terms : terms.Append("id"));
    }
}
