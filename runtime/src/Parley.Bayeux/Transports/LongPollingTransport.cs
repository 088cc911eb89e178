using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

/// <summary>Messages by POST.</summary>
internal sealed class LongPollingTransport(BayeuxServer server, MessageProcessor processor)
{
    // A reply that takes longer hangs in a connection that was lost.
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(1);

    private readonly ConnectProcessor _connects = new(server);

    /// <summary>Answers one POST.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (!OriginCheck.Allows(context.Request, server.Options.AllowedOrigins))
        {
            await PlainResponse.WriteAsync(context, StatusCodes.Status403Forbidden, "Pages of this origin may not send messages here.");
            return;
        }

        using var body = new PooledBuffer();
        try
        {
            if (await RequestBody.ReadAsync(context.Request, body, server.Options.MaxMessageSize, context.RequestAborted) is { } refusal)
            {
                await PlainResponse.WriteAsync(context, refusal.Status, refusal.Message);
                return;
            }
        }
        catch (BadHttpRequestException exception)
        {
            // What the web server says of a body that breaks HTTP or its own limits: the client's fault, no error of the application.
            await PlainResponse.WriteAsync(context, exception.StatusCode, exception.Message);
            return;
        }

        if (!MessageParser.TryParse(body.Written, server.Options.MaxJsonDepth, server.Time.UnixMilliseconds(), out var messages, out var error))
        {
            await PlainResponse.WriteAsync(context, StatusCodes.Status400BadRequest, error!);
            return;
        }

        if (server.IsDraining && messages.Exists(static message => message.Channel == MetaChannel.Handshake))
        {
            context.Response.Headers.RetryAfter = Math.Max(1, server.DrainInterval() / 1000).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await PlainResponse.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The server is stopping.");
            return;
        }

        var cookie = BrowserCookie.Read(context.Request, server.Options.BrowserCookie.Name!);
        using var exchange = new Exchange(context, context.User, server.Options.UserId(context.User), null, messages) { BrowserId = cookie };
        await processor.ProcessAsync(exchange, context.RequestAborted);
        // Nobody looks at the messages' text any more, and a connect may be held for long.
        body.Dispose();
        if (exchange.Handshaken && cookie is null)
            context.Response.Cookies.Append(server.Options.BrowserCookie.Name!, exchange.BrowserId!, server.Options.BrowserCookie.Build(context));

        if (exchange.Connect is { } connect)
            await ConnectAsync(exchange, exchange.Session!, connect);
        else
            await DeliverAsync(exchange, exchange.Deliveries ?? [], exchange.LastDelivered, repliesFirst: true);
    }

    private async Task ConnectAsync(Exchange exchange, Session session, IncomingMessage message)
    {
        // By another connection a connect can come ahead of the end of the reply that the client sends it after: it would get the same events again.
        if (!session.Answered.IsCompleted)
            await session.Answered.WaitAsync(AnswerTimeout, server.Time, exchange.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Other replies of the same POST must not wait for it.
        var plan = _connects.Begin(session, message, exchange.Messages.Count == 1);
        try
        {
            var (outcome, multipleClients) = plan.Hold ? await HoldAsync(exchange, session, message, plan) : (plan.Outcome, false);
            if (outcome == ConnectOutcome.Aborted)
                return;
            if (outcome == ConnectOutcome.Overtaken)
            {
                await PlainResponse.WriteAsync(exchange.HttpContext, StatusCodes.Status500InternalServerError, "A later connect of the session took the place of this one.");
                return;
            }

            var deliveries = new List<Delivery>();
            var last = outcome is ConnectOutcome.Ready or ConnectOutcome.Draining ? session.Take(deliveries, server.Options.MaxQueueBytes) : 0;
            exchange.Replies.Write(message, _connects.Answer(session, outcome, plan.Interval, last, multipleClients));
            await DeliverAsync(exchange, deliveries, last, repliesFirst: false);
        }
        finally
        {
            session.EndConnect(plan.Cycle, plan.Interval);
        }
    }

    private async Task<(ConnectOutcome Outcome, bool MultipleClients)> HoldAsync(Exchange exchange, Session session, IncomingMessage message, ConnectPlan plan)
    {
        var context = exchange.HttpContext;
        // Browsers open few connections to one HTTP/1.1 server: held connects of several tabs would starve everything else.
        var counted = HttpProtocol.IsHttp11(context.Request.Protocol) ? exchange.BrowserId : null;
        if (counted is not null && !server.Browsers.TryEnter(counted, server.Options.MaxSessionsPerBrowser))
            return (ConnectOutcome.Ready, true);

        var held = new LongPollHeldConnect(message, plan.Cycle, plan.Interval, server.Browsers, counted) { Deadline = plan.Deadline };
        if (session.TryHold(held) is { } atOnce)
        {
            held.Complete(atOnce);
            return (atOnce, false);
        }

        // A drain that began after the connect was planned has not seen it.
        if (server.IsDraining)
            session.Drain();

        await using (context.RequestAborted.UnsafeRegister(_ => { if (session.Release(held)) held.Complete(ConnectOutcome.Aborted); }, null))
            return (await held.Outcome, false);
    }

    private static async Task DeliverAsync(Exchange exchange, List<Delivery> deliveries, long last, bool repliesFirst)
    {
        var context = exchange.HttpContext;
        if (deliveries.Count == 0 || exchange.Session!.Acknowledges)
        {
            await WriteAsync(context, deliveries, exchange.Replies, repliesFirst);
            return;
        }

        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        exchange.Session.Answered = answered.Task;
        try
        {
            await WriteAsync(context, deliveries, exchange.Replies, repliesFirst);
            if (!context.RequestAborted.IsCancellationRequested)
                exchange.Session.Confirm(last);
        }
        finally
        {
            answered.SetResult();
        }
    }

    private static async Task WriteAsync(HttpContext context, List<Delivery> deliveries, ReplyWriter replies, bool repliesFirst)
    {
        using var activity = deliveries.Count > 0 ? BayeuxActivities.Deliver(deliveries.Count) : null;
        var response = context.Response;
        response.ContentType = "application/json;charset=UTF-8";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = 2 + replies.Written.Length + LengthOf(deliveries);

        // A connect's reply last: the client's next connect must not overtake what this one brought. A handshake's reply first: it opens the session that the events are for.
        var writer = response.BodyWriter;
        writer.Write("["u8);
        if (repliesFirst)
            writer.Write(replies.Written.Span);
        for (var i = 0; i < deliveries.Count; i++)
        {
            if (repliesFirst || i > 0)
                writer.Write(","u8);
            writer.Write(deliveries[i].Message.Span);
        }

        if (!repliesFirst)
        {
            if (deliveries.Count > 0)
                writer.Write(","u8);
            writer.Write(replies.Written.Span);
        }

        writer.Write("]"u8);
        await writer.FlushAsync(context.RequestAborted);
    }

    private static int LengthOf(List<Delivery> deliveries)
    {
        var length = 0;
        foreach (var delivery in deliveries)
            length += delivery.Message.Length + 1;
        return length;
    }
}
