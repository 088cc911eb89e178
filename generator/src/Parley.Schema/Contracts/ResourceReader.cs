using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Naming;

namespace Parley.Schema.Contracts;

/// <summary>Reads the resources of a manifest.</summary>
internal sealed class ResourceReader(ContractScope scope, ManifestParts parts)
{
    private static readonly string[] Verbs = ["get", "put", "post", "patch", "delete"];

    private readonly MethodReader _methods = new(scope, parts);

    public ResourceModel? Read(JsonMember member)
    {
        var template = member.Name;
        if (UrlTemplate.Read(template, out var names) is { } fault)
            scope.Diagnostics.Add(SchemaRules.BadTemplate, member.NameSpan, template, fault);

        if (MemberReader.Open(member, "a resource", scope.Diagnostics) is not { } members)
            return null;

        members.Text("description");
        var channel = members.Text("channel");
        var serviceChannel = members.Text("serviceChannel");
        var parameters = ReadParameters(member, members, names);
        CheckHeaders(members.Map("headers"));
        foreach (var verb in Verbs)
            members.Take(verb);
        members.Finish();

        var methods = ReadMethods(member);
        CheckServiceChannel(serviceChannel, member.Value.Find("post"));
        return new ResourceModel(
            template, channel?.Text, serviceChannel?.Text, new EquatableArray<ParameterModel>(parameters), new EquatableArray<MethodModel>(methods));
    }

    // In manifest order, which readers of documentation see too.
    private List<MethodModel> ReadMethods(JsonMember resource)
    {
        var methods = new List<MethodModel>();
        var found = false;
        foreach (var member in resource.Value.Members)
        {
            if (!Verbs.Contains(member.Name))
                continue;
            found = true;
            if (_methods.Read(member) is { } method)
                methods.Add(method);
        }

        if (!found)
            scope.Diagnostics.Add(SchemaRules.MissingMember, new JsonSpan(resource.Value.Span.Start, 1), "A method such as 'post'", "a resource");
        return methods;
    }

    private List<ParameterModel> ReadParameters(JsonMember resource, MemberReader members, List<string> names)
    {
        var listed = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (members.Take("parameters") is { } member)
        {
            if (member.Value.Kind != JsonKind.Object)
                MemberReader.WrongValue(member.Name, member.Value, "an object", scope.Diagnostics);
            foreach (var parameter in member.Value.Members)
            {
                if (!names.Contains(parameter.Name))
                    scope.Diagnostics.Add(SchemaRules.ExtraParameter, parameter.NameSpan, parameter.Name);
                listed[parameter.Name] = ReadDescription(parameter, "a parameter");
            }
        }

        var parameters = new List<ParameterModel>();
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!listed.TryGetValue(name, out var description))
                scope.Diagnostics.Add(SchemaRules.UnlistedParameter, resource.NameSpan, name);

            var identifier = Identifiers.Parameter(name);
            if (identifiers.TryGetValue(identifier, out var holder))
                scope.Diagnostics.Add(SchemaRules.MemberNameTaken, resource.NameSpan, holder, name, identifier);
            else
                identifiers.Add(identifier, name);
            parameters.Add(new ParameterModel(name, identifier, description));
        }

        return parameters;
    }

    // Headers are for documentation: the host sees to them.
    private void CheckHeaders(IReadOnlyList<JsonMember> headers)
    {
        foreach (var header in headers)
        {
            if (header.Name.Length == 0 || !header.Name.All(static character => character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
                scope.Diagnostics.Add(SchemaRules.BadName, header.NameSpan, header.Name, "a header", "ASCII letters, digits and hyphens");
            ReadDescription(header, "a header");
        }
    }

    private string? ReadDescription(JsonMember member, string what)
    {
        if (MemberReader.Open(member, what, scope.Diagnostics) is not { } members)
            return null;
        var description = members.Text("description");
        members.Text("example");
        members.Finish();
        return description?.Text;
    }

    private void CheckServiceChannel(JsonNode? channel, JsonMember? post)
    {
        if (channel is null)
            return;
        if (BayeuxChannel.FindFault(channel.Text, service: true) is { } fault)
            scope.Diagnostics.Add(SchemaRules.BadChannel, channel.Span, channel.Text, fault);
        if (post?.Value.Find("discriminator") is null)
            scope.Diagnostics.Add(SchemaRules.NoDiscriminator, channel.Span, "serviceChannel", "the resource has no 'post' with one");
    }
}
