using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Contracts;

/// <summary>Checks the form of examples; what they hold is for documentation and tests.</summary>
internal static class ExampleReader
{
    private const string Expected = "an array of objects with at least one entry";

    public static void Check(JsonMember? examples, DiagnosticBag diagnostics)
    {
        if (examples is null)
            return;
        if (examples.Value.Kind != JsonKind.Array || examples.Value.Items.Count == 0)
        {
            MemberReader.WrongValue(examples.Name, examples.Value, Expected, diagnostics);
            return;
        }

        foreach (var item in examples.Value.Items)
        {
            if (item.Kind != JsonKind.Object)
            {
                MemberReader.WrongValue(examples.Name, item, Expected, diagnostics);
                continue;
            }

            var members = new MemberReader(item, "an example", diagnostics);
            members.Take("request");
            members.Take("success", required: true);
            members.Take("failure");
            members.Finish();
        }
    }
}
