using System.Reflection;
using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Linking;
using Parley.Schema.Model;

namespace Parley.Schema.Tests.Model;

public sealed class ModelTypesTests
{
    private static readonly HashSet<Type> Plain =
        [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(ShapeKind), typeof(JsonTypes), typeof(JsonPosition)];

    [Fact]
    public void Everything_that_leaves_the_linker_is_immutable_and_compared_by_value()
    {
        var faults = new List<string>();
        Walk(typeof(LinkResult), [], faults);

        Assert.Empty(faults);
    }

    [Fact]
    public void A_list_or_a_settable_property_would_be_found()
    {
        var faults = new List<string>();
        Walk(typeof(BadModel), [], faults);

        Assert.Equal(2, faults.Count);
    }

    [Fact]
    public void Model_that_emitters_see_holds_no_positions()
    {
        var seen = new HashSet<Type>();
        Walk(typeof(SchemaModel), seen, []);
        Walk(typeof(ContractModel), seen, []);

        Assert.DoesNotContain(typeof(SchemaDiagnostic), seen);
        Assert.DoesNotContain(typeof(JsonPosition), seen);
    }

    private static void Walk(Type type, HashSet<Type> seen, List<string> faults)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!seen.Add(type) || Plain.Contains(type))
            return;

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            Walk(type.GetGenericArguments()[0], seen, faults);
            return;
        }

        if (!type.IsSealed || type.GetMethod("<Clone>$") is null)
        {
            faults.Add($"{type} is no sealed record");
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite))
        {
            if (!property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit"))
                faults.Add($"{type}.{property.Name} can be set");
            Walk(property.PropertyType, seen, faults);
        }
    }

    private sealed record BadModel
    {
        public List<string> Names { get; init; } = [];

        public string Name { get; set; } = "";
    }
}
