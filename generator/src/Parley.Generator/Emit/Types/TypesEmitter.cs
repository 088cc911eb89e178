using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>One schema file in, one C# file out.</summary>
internal static class TypesEmitter
{
    public static GeneratedFile Emit(SchemaModel file, CancellationToken cancellationToken)
    {
        var writer = GeneratedFile.Start(file.Path, file.Namespace);
        foreach (var type in file.Types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var scope = new DeclarationScope(file, type, cancellationToken);
            writer.Blank();
            if (Is(ShapeKind.Record, file, type))
                RecordEmitter.Write(writer, scope);
            else if (Is(ShapeKind.Union, file, type))
                UnionEmitter.Write(writer, scope);
            else if (Is(ShapeKind.Enum, file, type))
                EnumEmitter.Write(writer, scope);
            else if (Is(ShapeKind.OpenEnum, file, type))
                OpenEnumEmitter.Write(writer, scope);
            else
                HolderEmitter.Write(writer, scope);
        }

        return GeneratedFile.End(HintNames.Of(file), writer);
    }

    // A definition that only refers on has the shape of its target and is no record or enum itself.
    private static bool Is(ShapeKind kind, SchemaModel file, TypeModel type)
    {
        var fullName = "global::" + (file.Namespace.Length == 0 ? "" : file.Namespace + ".") + type.Name;
        return type.Schema.Shape.Kind == kind && string.Equals(type.Schema.Shape.TypeName, fullName, StringComparison.Ordinal);
    }
}
