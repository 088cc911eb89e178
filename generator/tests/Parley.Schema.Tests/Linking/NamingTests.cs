namespace Parley.Schema.Tests.Linking;

public sealed class NamingTests
{
    [Fact]
    public void Roots_definitions_and_inline_types_are_named_by_place()
    {
        var schema = Load.Schema(
            """
            {
              "type": "object",
              "properties": {
                "mode": { "enum": ["on", "off"] },
                "items": { "type": "array", "items": { "type": "object", "properties": { "kind": { "enum": ["a"] } } } },
                "by-key": { "type": "object", "additionalProperties": { "type": "object", "properties": {} } },
                "plain": { "type": "string" }
              },
              "$defs": { "x-y": { "type": "string" } }
            }
            """,
            "sms-sessions/accept-request.schema.json");

        Assert.Equal("Root.SmsSessions", schema.Namespace);
        Assert.Equal(
            [
                ("AcceptRequest", "#"), ("AcceptRequestMode", "#/properties/mode"), ("AcceptRequestItemsItem", "#/properties/items/items"),
                ("AcceptRequestItemsItemKind", "#/properties/items/items/properties/kind"),
                ("AcceptRequestByKeyValue", "#/properties/by-key/additionalProperties"), ("AcceptRequestXY", "#/$defs/x-y"),
            ],
            schema.Types.Select(type => (type.Name, type.Schema.Pointer)));
    }

    [Theory]
    [InlineData("AcceptedCall", "AcceptedCall")]
    [InlineData("accepted", "Thing")]
    [InlineData("Accepted call", "Thing")]
    public void Title_names_the_root_when_it_is_a_pascal_case_identifier(string title, string expected) =>
        Assert.Equal(expected, Load.Schema($$"""{ "title": "{{title}}", "type": "string" }""").Types[0].Name);

    [Fact]
    public void Files_of_one_folder_may_define_the_same_word()
    {
        const string Definitions = """{ "$defs": { "id": { "type": "string", "$defs": { "part": true } } } }""";
        var result = Load.Clean(Load.Files(("chat/accept.schema.json", Definitions), ("chat/reject.schema.json", Definitions)));

        Assert.Equal(
            [["Accept", "AcceptId", "AcceptIdPart"], ["Reject", "RejectId", "RejectIdPart"]],
            result.Schemas.Select(schema => schema.Types.Select(type => type.Name)));
    }

    [Theory]
    [InlineData("AgentId", "AgentId")]
    [InlineData("agent id", "ThingId")]
    public void Title_names_a_definition_when_it_is_a_pascal_case_identifier(string title, string expected) =>
        Assert.Equal(expected, Load.Schema($$"""{ "$defs": { "id": { "title": "{{title}}" } } }""").Types[1].Name);

    [Fact]
    public void Title_of_a_definition_that_is_taken_is_reported_at_the_title() =>
        Load.Expect(
            Load.Files(("a.schema.json", """{ "$defs": { "id": { "title": "AgentId" } } }"""), ("b.schema.json", """{ "$defs": { "id": { "title": "AgentId" } } }""")),
            "b.schema.json(1,31) PAR2007");

    [Theory]
    [InlineData("thing", "ThingValue")]
    [InlineData("equals", "EqualsValue")]
    [InlineData("to-string", "ToStringValue")]
    [InlineData("additionalMembers", "AdditionalMembersValue")]
    [InlineData("writeTo", "WriteToValue")]
    [InlineData("class", "Class")]
    public void Property_avoids_names_that_its_type_needs(string name, string expected)
    {
        var root = Load.Root($$"""{ "type": "object", "properties": { "{{name}}": true } }""");

        Assert.Equal(expected, root.Properties[0].Identifier);
    }

    [Fact]
    public void Suffix_that_meets_a_neighbour_is_an_error_and_no_number() =>
        Load.Expect(
            Load.Files(("thing.schema.json", """{ "type": "object", "properties": { "equals": true, "equalsValue": true } }""")),
            "thing.schema.json(1,53) PAR2008");

    [Fact]
    public void Name_of_a_property_does_not_depend_on_its_neighbours()
    {
        var alone = Load.Root("""{ "type": "object", "properties": { "b-c": true } }""");
        var among = Load.Root("""{ "type": "object", "properties": { "a": true, "b-c": true, "d": true } }""");

        Assert.Equal(alone.Properties[0].Identifier, among.Properties[1].Identifier);
    }

    [Fact]
    public void Enum_members_follow_the_values_and_null_has_none()
    {
        var root = Load.Root("""{ "type": ["string", "null"], "enum": ["Barge-in", null, "", "2x"] }""");

        Assert.Equal(["BargeIn", "", "Empty", "_2x"], root.EnumMembers);
        Assert.True(root.Shape.Nullable);
    }

    [Fact]
    public void Types_that_differ_only_in_case_collide() =>
        Load.Expect(
            Load.Files(("ab.schema.json", """{ "title": "SmsId" }"""), ("b.schema.json", """{ "title": "SMSId" }""")),
            "b.schema.json(1,12) PAR2007");

    [Theory]
    [InlineData("a.schema.json", "a-json.schema.json", "a-json.schema.json")]
    [InlineData("color.schema.json", "color_json.schema.json", "color_json.schema.json")]
    public void Class_beside_an_enum_takes_a_name_too(string enumPath, string otherPath, string reported) =>
        Load.Expect(Load.Files((enumPath, """{ "enum": ["x"] }"""), (otherPath, "true")), (string.CompareOrdinal(enumPath, otherPath) < 0 ? reported : enumPath) + "(1,1) PAR2007");

    [Fact]
    public void Folders_are_namespaces_of_their_own()
    {
        var result = Load.Clean(Load.Files(("chat/accept.schema.json", "true"), ("sms/accept.schema.json", "true"), ("accept.schema.json", "true")));

        Assert.Equal(["Root", "Root.Chat", "Root.Sms"], result.Schemas.Select(schema => schema.Namespace));
    }

    [Fact]
    public void Without_a_root_namespace_the_folder_is_the_namespace()
    {
        var result = Load.All([new("a.schema.json", """{ "type": "object", "properties": {} }"""), new("b/c.schema.json", """{ "$ref": "../a.schema.json" }""")], "");

        Assert.Equal(["", "B"], result.Schemas.Select(schema => schema.Namespace));
        Assert.Equal("global::A", result.Schemas[1].Types[0].Schema.Ref!.TypeName);
    }
}
