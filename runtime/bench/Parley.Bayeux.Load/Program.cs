using Parley.Bayeux.Load;

return await Commands.Root().Parse(args).InvokeAsync();
