using System.Collections;
using System.Reflection;

namespace Parley.Generator.Tests.Harness;

/// <summary>Finds an object of an unwanted kind among everything that a value refers to, through private fields and closures too.</summary>
internal sealed class ReachableObjects(Func<object, bool> isWanted, Func<object, bool> isSkipped)
{
    private readonly HashSet<object> _visited = new(ReferenceEqualityComparer.Instance);

    /// <summary>How to get to the first such object, such as <c>value.Model._symbol: NamedTypeSymbol</c>; null when there is none.</summary>
    public string? Find(object? root)
    {
        var open = new Stack<Place>();
        Push(open, root, "value", null);
        while (open.TryPop(out var place))
        {
            if (isWanted(place.Value))
                return $"{place.Path}: {place.Value.GetType().Name}";

            if (place.Value is Array array)
            {
                foreach (var item in (IEnumerable)array)
                    Push(open, item, "[]", place);
                continue;
            }

            for (var type = place.Value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
                        Push(open, field.GetValue(place.Value), field.Name, place);
                }
            }
        }

        return null;
    }

    private void Push(Stack<Place> open, object? value, string name, Place? parent)
    {
        if (value is null or string or Enum or MemberInfo or Assembly or Module or Pointer or WeakReference || value.GetType().IsPrimitive || isSkipped(value))
            return;

        // A boxed structure is a new object each time; what it refers to is visited once all the same.
        if (value.GetType().IsValueType || _visited.Add(value))
            open.Push(new(value, name, parent));
    }

    private sealed record Place(object Value, string Name, Place? Parent)
    {
        public string Path => Parent is null ? Name : Name == "[]" ? Parent.Path + Name : $"{Parent.Path}.{Name}";
    }
}
