using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Linking;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Contracts;

/// <summary>The rules for what an operation takes: a body or a query.</summary>
internal sealed class OperationInputs(ContractScope scope, MethodSyntax method)
{
    /// <summary>The schema of the body, or null when there is none or after a report.</summary>
    public SchemaSyntax? ReadRequest(JsonMember? member, string? wireName)
    {
        if (member is null)
            return null;
        if (!method.HasBody)
        {
            scope.Diagnostics.Add(SchemaRules.WrongInput, member.NameSpan, method.Verb.ToUpperInvariant(), "has no request body", "query");
            return null;
        }

        var request = scope.ReadRecord(member);
        if (request is not null && wireName is not null)
            CheckDiscriminator(member, request, wireName);
        return request;
    }

    /// <summary>The schema of the query, or null when there is none or after a report.</summary>
    public SchemaSyntax? ReadQuery(JsonMember? member)
    {
        if (member is null)
            return null;
        if (method.HasBody)
        {
            scope.Diagnostics.Add(SchemaRules.WrongInput, member.NameSpan, method.Verb.ToUpperInvariant(), "takes its parameters in the body", "request");
            return null;
        }

        var query = scope.ReadRecord(member);
        if (query is null)
            return null;

        foreach (var parameter in scope.Schemas.MembersOf(query))
        {
            if (KindOf(parameter) is null)
                scope.Diagnostics.Add(SchemaRules.QueryNotScalar, member.Value.Find("$ref")!.Value.Span, parameter.Name);
        }

        return query;
    }

    /// <summary>The parameters of a query and how their texts are read.</summary>
    public IEnumerable<QueryParameterModel> QueryParameters(SchemaSyntax query)
    {
        foreach (var parameter in scope.Schemas.MembersOf(query))
        {
            if (KindOf(parameter) is { } kind)
                yield return new QueryParameterModel(parameter.Name, kind);
        }
    }

    private string? KindOf(RecordMember parameter) => scope.Schemas.ShapeOf(parameter.Schema) switch
    {
        { Nullable: true } => null,
        { Kind: ShapeKind.String or ShapeKind.Enum } => "String",
        { Kind: ShapeKind.Integer or ShapeKind.Number } => "Number",
        { Kind: ShapeKind.Boolean } => "Boolean",
        _ => null,
    };

    private void CheckDiscriminator(JsonMember member, SchemaSyntax request, string wireName)
    {
        var name = method.Discriminator!;
        var property = scope.Schemas.FindMember(request, name);
        var constant = property?.Followed.Json.Find("const")?.Value;

        var fault = property is null ? "it has no such member"
            : constant is null ? "the member has no 'const'"
            : constant.Kind != JsonKind.String || !string.Equals(constant.Text, wireName, StringComparison.Ordinal) ? "the 'const' is " + CompactJson.Write(constant)
            : !property.Required ? "the member is not required"
            : null;
        if (fault is null)
            return;

        var path = scope.Schemas.Declarations.Find(request)!.File.Path;
        scope.Diagnostics.Add(SchemaRules.WrongDiscriminator, member.Value.Find("$ref")!.Value.Span, path, name, CompactJson.Quote(wireName), fault);
    }
}
