using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Contracts;

/// <summary>One operation with its place in the contract and the fragments that several emitters need.</summary>
internal sealed class OperationShape(ContractNames names, ResourceModel resource, MethodModel method, OperationModel operation)
{
    /// <summary>The operation.</summary>
    public OperationModel Operation => operation;

    /// <summary>Its resource.</summary>
    public ResourceModel Resource => resource;

    /// <summary>Its method.</summary>
    public MethodModel Method => method;

    /// <summary>Emitted method name.</summary>
    public CSharpIdentifier MethodName => ContractNames.OperationMethod(operation);

    /// <summary>Descriptor, fully qualified.</summary>
    public CSharpCode Descriptor => CSharpCode.Of($"{names.Contract}.{names.Operation(operation)}");

    /// <summary>The C# parameters of the template.</summary>
    public CSharpIdentifier[] PathParameters { get; } = ContractNames.Parameters(resource);

    /// <summary>Request or query type; null when the operation takes neither.</summary>
    public CSharpCode? Input => (operation.Request ?? operation.Query) is { } type ? CSharpCode.TypeName(type.TypeName) : null;

    /// <summary>Name of the parameter of type <see cref="Input"/>.</summary>
    public CSharpIdentifier InputName => CSharpIdentifier.Of(operation.Request is null ? "query" : "request");

    /// <summary>Success type.</summary>
    public CSharpCode Success => CSharpCode.TypeName(operation.Success.TypeName);

    /// <summary>All operations of a contract in the order of their index.</summary>
    public static IReadOnlyList<OperationShape> All(ContractModel contract, ContractNames names) =>
    [
        .. from resource in contract.Resources
           from method in resource.Methods
           from operation in method.Operations
           orderby operation.Index
           select new OperationShape(names, resource, method, operation),
    ];

    /// <summary>The parameters of path and input as they are declared, each followed by a comma.</summary>
    public CSharpCode DeclaredParameters()
    {
        var pieces = PathParameters.Select(static parameter => CSharpCode.Of($"string {parameter}, ")).ToList();
        if (Input is { } input)
            pieces.Add(CSharpCode.Of($"{input} {InputName}, "));
        return CSharpCode.Join(CSharpCode.Empty, pieces);
    }

    /// <summary>Documentation of the parameters of path and input.</summary>
    public CSharpCode ParameterDocs()
    {
        var lines = PathParameters
            .Zip(resource.Parameters, static (name, parameter) => CSharpCode.Of(
                $"""/// <param name="{XmlDocText.Of(name.Text.TrimStart('@'))}">{XmlDocText.Of(parameter.Description ?? $"The template parameter {parameter.Name}.")}</param>"""))
            .ToList();
        if (Input is not null)
            lines.Add(CSharpCode.Of($"""/// <param name="{InputName}">The {InputName}.</param>"""));
        return CSharpCode.Join(CSharpCode.Of($"\n"), lines);
    }
}
