using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ContactCenter.Provider.States;
using Parley.ContractTesting;

namespace ContactCenter.Provider.Bayeux;

/// <summary>How each message of the pacts comes about: what <see cref="Messages"/> says is done over HTTP, and the notification is taken from a Bayeux session.</summary>
internal sealed class ContactCenterMessages(Scene scene, NotificationTap tap, HttpClient caller, HttpClient colleague)
{
    private const string Interactions = "/v2/me/interactions";
    private const string SmsSessions = "/v2/me/smssessions";

    private string Interaction => $"/api/v2/me/interactions/{scene.InteractionId}";

    private string SmsSession => $"/api/v2/me/smssessions/{scene.InteractionId}";

    public ProviderVerification AddTo(ProviderVerification verification)
    {
        Add("Interactions.InteractionStateMessage", Messages.AfterAccept, Interactions, Is("InteractionStateMessage"), cancel => AcceptAsync(Interaction, cancel));
        Add("Interactions.InteractionStateMessage", Messages.AfterColleagueLeft, Interactions, Is("InteractionStateMessage"), LeaveConferenceAsync);
        Add("Interactions.InteractionStateMessage", Messages.AfterInvitation, Interactions, Is("InteractionStateMessage"), cancel => InviteAsync("StartConference", cancel));
        Add("Interactions.PropertiesUpdated", Messages.AfterUpdate, Interactions, Is("PropertiesUpdated"), UpdateAsync);
        Add("Interactions.WorkbinContent", Messages.AfterGetWorkbinContent, Interactions, Is("WorkbinContentMessage"), GetWorkbinContentAsync);

        Add("Chat.ChatStateChanged", Messages.AfterAccept, Interactions, IsStateOf("chat", "StatusChange"), AcceptChatAsync);
        Add("Chat.ChatStateChanged", Messages.ParticipantsAfterAccept, Interactions, IsStateOf("chat", "ParticipantsUpdated"), AcceptChatAsync);
        Add("Chat.MessageLogUpdated", Messages.AfterSend, Interactions, Is("MessageLogUpdated"), cancel => SendAsync(Interaction, cancel));
        Add("Chat.InteractionStateMessage", Messages.AfterInvitation, Interactions, Is("InteractionStateMessage"), cancel => InviteAsync("InviteUser", cancel));

        Add("SmsSessions.SmsSessionStateChanged", Messages.AfterAccept, SmsSessions, IsStateOf("smssession", "StatusChange"), cancel => AcceptAsync(SmsSession, cancel));
        Add("SmsSessions.SmsSessionStateChanged", Messages.AfterSwitchToCoach, SmsSessions, IsStateOf("smssession", "StatusChange"), SwitchToCoachAsync);
        Add("SmsSessions.MessageLogUpdated", Messages.AfterSend, SmsSessions, Is("MessageLogUpdated"), cancel => SendAsync(SmsSession, cancel));
        return verification;

        void Add(string notification, string cause, string channel, Func<JsonNode, bool> isMeant, Func<CancellationToken, Task> act) =>
            verification.WithMessage($"{notification}: {cause}", cancel => tap.TakeAsync(channel, act, isMeant, cancel));
    }

    private Task AcceptAsync(string path, CancellationToken cancellationToken) =>
        PostAsync(caller, path, new JsonObject { ["operationName"] = "Accept" }, cancellationToken);

    /// <summary>In a chat everybody has a name.</summary>
    private Task AcceptChatAsync(CancellationToken cancellationToken) =>
        PostAsync(caller, Interaction, new JsonObject { ["operationName"] = "Accept", ["nickname"] = "Anna" }, cancellationToken);

    private Task SendAsync(string path, CancellationToken cancellationToken) =>
        PostAsync(caller, path, new JsonObject { ["operationName"] = "SendMessage", ["text"] = "Good morning, how can I help you?" }, cancellationToken);

    private Task UpdateAsync(CancellationToken cancellationToken) =>
        PostAsync(caller, Interaction, new JsonObject { ["operationName"] = "UpdateProperties", ["properties"] = new JsonObject { ["Subject"] = "Invoice 4471" } }, cancellationToken);

    private Task GetWorkbinContentAsync(CancellationToken cancellationToken) =>
        PostAsync(caller, Interaction, new JsonObject { ["operationName"] = "GetWorkbinContent", ["workbin"] = "drafts" }, cancellationToken);

    private Task LeaveConferenceAsync(CancellationToken cancellationToken) =>
        PostAsync(colleague, Interaction, new JsonObject { ["operationName"] = "LeaveConference", ["agentId"] = People.Colleague }, cancellationToken);

    private Task InviteAsync(string operation, CancellationToken cancellationToken) =>
        PostAsync(colleague, Interaction, new JsonObject { ["operationName"] = operation, ["agentId"] = People.Caller }, cancellationToken);

    private Task SwitchToCoachAsync(CancellationToken cancellationToken) =>
        PostAsync(caller, SmsSession, new JsonObject { ["operationName"] = "SwitchToCoach" }, cancellationToken);

    private static async Task PostAsync(HttpClient http, string path, JsonObject body, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(path, body, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"The contact center refuses {body.ToJsonString()} at {path} with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }

    private static Func<JsonNode, bool> Is(string type) => data => (string?)(data["messageTypeName"] ?? data["messageType"]) == type;

    private static Func<JsonNode, bool> IsStateOf(string member, string notificationType) =>
        data => data[member] is not null && (string?)data["notificationType"] == notificationType;
}
