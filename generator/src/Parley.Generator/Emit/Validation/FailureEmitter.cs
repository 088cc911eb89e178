using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>What happens when a rule is broken: a check tells its sink and may go on, a read stops.</summary>
internal abstract class FailureEmitter
{
    /// <summary>For <c>Check</c>.</summary>
    public static FailureEmitter Check { get; } = new Reporting();

    /// <summary>For <c>Read</c>.</summary>
    public static FailureEmitter Read { get; } = new Stopping();

    /// <summary>Whether code may run after a broken rule.</summary>
    public bool GoesOn => this == Check;

    /// <summary>A rule that the token under the reader may break.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="node">The subschema.</param>
    /// <param name="assertion">The rule.</param>
    public void Assert(CodeWriter writer, SchemaNode node, Assertion assertion) =>
        If(writer, assertion.FailsWhen, CSharpCode.Of($"Fail(ref reader, {Pointer(node, assertion.Keyword)}, {CSharpLiteral.String(assertion.Message)})"), node.Pointer + "/" + assertion.Keyword);

    /// <summary>A rule about a whole array or object, decided behind its end; <c>start</c> holds its offset.</summary>
    public void AssertBehind(CodeWriter writer, SchemaNode node, Assertion assertion) =>
        If(writer, assertion.FailsWhen, CSharpCode.Of($"FailAt(start, {Pointer(node, assertion.Keyword)}, {CSharpLiteral.String(assertion.Message)})"), node.Pointer + "/" + assertion.Keyword);

    /// <summary>A condition under which a call to the sink is made.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="condition">True when the rule is broken; empty for always.</param>
    /// <param name="report">The call, without the sink.</param>
    /// <param name="pointer">The rule's place.</param>
    public abstract void If(CodeWriter writer, CSharpCode condition, CSharpCode report, string pointer);

    /// <summary>A call that decides whether to go on.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="condition">When it is made; empty for always.</param>
    /// <param name="call">The call.</param>
    public static void Require(CodeWriter writer, CSharpCode condition, CSharpCode call)
    {
        if (condition.IsEmpty)
            writer.Line($"if (!{call}) return false;");
        else
            writer.Line($"if ({condition} && !{call}) return false;");
    }

    /// <summary>The place of a keyword as a literal.</summary>
    public static CSharpLiteral Pointer(SchemaNode node, string keyword) => CSharpLiteral.String(node.Pointer + "/" + keyword);

    private sealed class Reporting : FailureEmitter
    {
        public override void If(CodeWriter writer, CSharpCode condition, CSharpCode report, string pointer) =>
            Require(writer, condition, CSharpCode.Of($"at.{report}"));
    }

    private sealed class Stopping : FailureEmitter
    {
        public override void If(CodeWriter writer, CSharpCode condition, CSharpCode report, string pointer)
        {
            // The keyword tells what was refused; where it stands, the comment above the value tells.
            var keyword = pointer.Substring(pointer.LastIndexOf('/') + 1);
            if (condition.IsEmpty)
                writer.Line($"return false; // {XmlDocText.Of(keyword)}");
            else
                writer.Line($"if ({condition}) return false; // {XmlDocText.Of(keyword)}");
        }
    }
}
