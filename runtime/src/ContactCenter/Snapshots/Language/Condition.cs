namespace ContactCenter.Snapshots.Language;

/// <summary>A condition on interactions, as a tree. Logic is that of SQL: a comparison with an absent value is neither true nor false.</summary>
internal abstract record Condition;

/// <summary>A column compared with a value.</summary>
/// <param name="Column">The column.</param>
/// <param name="Operator">One of <c>=</c>, <c>&lt;&gt;</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</param>
/// <param name="Value">A string, or milliseconds for a moment.</param>
internal sealed record Comparison(SnapshotColumn Column, string Operator, object Value) : Condition;

/// <summary>A column that matches a pattern: <c>%</c> stands for any characters, <c>_</c> for one; ASCII letters match in either case.</summary>
internal sealed record LikePattern(SnapshotColumn Column, string Pattern) : Condition;

/// <summary>A column with one of some values.</summary>
internal sealed record Membership(SnapshotColumn Column, IReadOnlyList<object> Values) : Condition;

/// <summary>A column that has no value.</summary>
internal sealed record Absence(SnapshotColumn Column) : Condition;

/// <summary>The opposite.</summary>
internal sealed record Negation(Condition Operand) : Condition;

/// <summary>All of at least two conditions.</summary>
internal sealed record Conjunction(IReadOnlyList<Condition> Operands) : Condition;

/// <summary>Any of at least two conditions.</summary>
internal sealed record Disjunction(IReadOnlyList<Condition> Operands) : Condition;
