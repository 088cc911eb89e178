using Parley.Generator.Emit.Writing;
using Parley.Schema.Json;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>dependentRequired</c>: where one member is, the others are too.</summary>
internal static class DependentRequiredCheck
{
    public static void Write(CodeWriter writer, MemberTable members, FailureEmitter failures)
    {
        foreach (var dependency in members.Node.DependentRequired)
        {
            if (dependency.Required.Count == 0)
                continue;

            var others = string.Join(", ", dependency.Required.Select(CompactJson.Quote));
            failures.AssertBehind(writer, members.Node, new(
                "dependentRequired",
                CSharpCode.Of($"{members.Saw(dependency.Name)} && ({members.LacksAnyOf(dependency.Required)})"),
                $"must have {others} beside {CompactJson.Quote(dependency.Name)}"));
        }
    }
}
