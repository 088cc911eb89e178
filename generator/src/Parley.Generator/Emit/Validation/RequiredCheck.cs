using Parley.Generator.Emit.Writing;
using Parley.Schema.Json;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>required</c>: one mask decides; which member is missing is looked at only then.</summary>
internal static class RequiredCheck
{
    public static void Write(CodeWriter writer, MemberTable members, FailureEmitter failures)
    {
        var node = members.Node;
        if (node.Required.Count == 0)
            return;

        if (!failures.GoesOn)
        {
            failures.If(writer, members.LacksAnyOf(node.Required), default, node.Pointer + "/required");
            return;
        }

        if (members.IsWide)
        {
            using (writer.Block($"if ({members.LacksAnyOf(node.Required)})"))
            {
                foreach (var name in node.Required.Distinct())
                    failures.AssertBehind(writer, node, new("required", members.Lacks(name), $"must have the member {CompactJson.Quote(name)}"));
            }

            return;
        }

        // In the order of their bits.
        var names = node.Required.Distinct().OrderBy(members.IndexOf).Select(static name => (CSharpCode)CSharpLiteral.String(CompactJson.Quote(name)));
        FailureEmitter.Require(writer, members.LacksAnyOf(node.Required), CSharpCode.Of(
            $"global::Parley.SeenMembers.Require(seen, {members.MaskOf(node.Required)}, start, {FailureEmitter.Pointer(node, "required")}, at, [{CSharpCode.Join(CSharpCode.Of($", "), names)}])"));
    }
}
