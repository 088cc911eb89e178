using Microsoft.Extensions.Logging;

namespace Parley.Bayeux;

internal sealed partial class MessageProcessor
{
    private static partial class Log
    {
        [LoggerMessage(201, LogLevel.Error, "A message on '{Channel}' of user '{UserId}' failed.")]
        public static partial void MessageFailed(ILogger logger, Exception exception, string channel, string? userId);

        [LoggerMessage(202, LogLevel.Warning, "A message of user '{UserId}' was refused for its session: {Reason}.")]
        public static partial void SessionRefused(ILogger logger, string? userId, string reason);
    }
}
