using EmulatorHost;

return await HostCommand.Create().Parse(args).InvokeAsync();
