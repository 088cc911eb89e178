using Microsoft.Extensions.Logging;

namespace Parley.Bayeux;

public sealed partial class BayeuxServer
{
    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Debug, "A session of user '{UserId}' ended: {Reason}.")]
        public static partial void SessionEnded(ILogger logger, string? userId, RemovalReason reason);

        [LoggerMessage(102, LogLevel.Warning, "A session of user '{UserId}' ended: more than {Messages} broadcasts or {Bytes} bytes of them waited for it.")]
        public static partial void QueueOverflow(ILogger logger, string? userId, int messages, int bytes);

        [LoggerMessage(103, LogLevel.Information, "Draining: {Sessions} sessions are told to come back later, {Sockets} sockets are closed.")]
        public static partial void Draining(ILogger logger, int sessions, int sockets);

        [LoggerMessage(105, LogLevel.Warning, "The server stops while cursors are being written: clients may get again what they have.")]
        public static partial void WritesAbandoned(ILogger logger);

        [LoggerMessage(106, LogLevel.Debug, "A session of user '{UserId}' was opened.")]
        public static partial void SessionOpened(ILogger logger, string? userId);

        [LoggerMessage(107, LogLevel.Error, "A listener failed on a session of user '{UserId}'.")]
        public static partial void ListenerFailed(ILogger logger, Exception exception, string? userId);

        [LoggerMessage(104, LogLevel.Error, "The clock of a session or socket of user '{UserId}' could not be looked at; it is tried again at the next sweep.")]
        public static partial void SweepFailed(ILogger logger, Exception exception, string? userId);
    }
}
